namespace Clientele.Templating;

/// <summary>One evaluation of a rule.</summary>
internal readonly struct RuleContext(SourceText source, IRuleFacts facts)
{
    public SourceText Source { get; } = source;

    public IRuleFacts Facts { get; } = facts;

    public TemplateException Fail(TextSpan span, string message, string code = TemplateErrorCode.Evaluation) =>
        TemplateException.At(Source, span, code, message);
}
