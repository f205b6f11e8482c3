namespace Clientele.Templating;

/// <summary>Collects what is wrong with the types of one rule.</summary>
internal sealed class RuleTyping(SourceText source, IReadOnlyDictionary<string, RuleName> known)
{
    private readonly List<TemplateDiagnostic> _problems = [];

    public IReadOnlyList<TemplateDiagnostic> Problems => _problems;

    /// <summary>What is known of a name; a name that nobody registered is reported once for each place that reads it.</summary>
    public RuleName? Name(string name, TextSpan span)
    {
        if (known.TryGetValue(name, out var found))
        {
            return found;
        }

        var near = Suggestion.Nearest(name, known.Keys);
        var message = near.Count == 0 ? $"Nobody registered `{name}`." : $"Nobody registered `{name}`; near to it are {string.Join(", ", near.Select(other => $"`{other}`"))}.";
        Report(span, message, TemplateErrorCode.UnknownVariable);
        return null;
    }

    public void Report(TextSpan span, string message, string code = TemplateErrorCode.TypeClash) =>
        _problems.Add(TemplateDiagnostic.At(source, span, code, message));

    /// <summary>Says what a part must be where it is something else.</summary>
    public void Expect(RuleNode node, RuleValueKind wanted)
    {
        var kind = node.Kind(this);
        if (kind != RuleValueKind.Missing && kind != wanted)
        {
            Report(node.Span, $"`{source.Slice(node.Span)}` is {Title(kind)}, where {Title(wanted)} is needed.", wanted == RuleValueKind.Flag ? TemplateErrorCode.NotBoolean : TemplateErrorCode.TypeClash);
        }
    }

    public static string Title(RuleValueKind kind) => kind switch
    {
        RuleValueKind.Number => "a number",
        RuleValueKind.Text => "text",
        RuleValueKind.Flag => "true or false",
        RuleValueKind.Date => "a day",
        RuleValueKind.List => "a list",
        _ => "anything",
    };
}
