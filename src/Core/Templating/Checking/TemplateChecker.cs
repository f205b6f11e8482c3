namespace Clientele.Templating;

/// <summary>Compares what a template reads and calls with what there is.</summary>
internal static class TemplateChecker
{
    public static IReadOnlyList<TemplateDiagnostic> Check(TemplateEngine engine, WalkedPage page, ModelSchema schema)
    {
        var builtins = engine.Builtins;
        var walker = new VariableWalker(engine, page).Walk();
        var found = new List<(WalkedPage In, int Start, TemplateDiagnostic Diagnostic)>();
        foreach (var (path, syntax, at) in walker.Reads)
        {
            if (Missing(path, syntax, at, schema) is { } diagnostic)
            {
                found.Add((at, syntax.Span.Start, diagnostic));
            }
        }

        foreach (var (target, count, isOpen, at) in walker.Calls)
        {
            if (Wrong(target, count, isOpen, at, builtins) is { } diagnostic)
            {
                found.Add((at, target.Span.Start, diagnostic));
            }
        }

        foreach (var (module, member, span, at) in walker.Unknown)
        {
            var names = builtins.FunctionNames.Where(n => n.StartsWith(module + ".", StringComparison.Ordinal));
            found.Add((at, span.Start, at.Diagnostic(span, TemplateErrorCode.UnknownFunction, $"There is no function `{module}.{member}`.") with
            {
                Suggestion = Suggestion.Closest($"{module}.{member}", names),
            }));
        }

        foreach (var (error, span, at) in walker.Failed)
        {
            found.AddRange(error.Diagnostics.Select(d => (at, span.Start, 
                d.File.Length > 0 ? d with { Stack = [at.Place(span), .. at.Stack] } : at.Diagnostic(span, d.Code, d.Message))));
        }

        // In reading order; an included template where it was first met.
        var pages = found.Select(f => f.In).Prepend(page).Distinct().ToList();
        return [.. found.OrderBy(f => pages.IndexOf(f.In)).ThenBy(f => f.Start).Select(f => f.Diagnostic)];
    }

    private static TemplateDiagnostic? Missing(string path, ExpressionSyntax syntax, WalkedPage at, ModelSchema schema)
    {
        var node = schema;
        foreach (var name in path.Split('.'))
        {
            if (node.IsOpen)
            {
                return null;
            }

            if (!node.TryGet(name, out var next))
            {
                return at.Diagnostic(syntax.Span, TemplateErrorCode.UnknownVariable, $"The model has no `{path}`: there is no `{name}`.") with
                {
                    Suggestion = Suggestion.Closest(name, node.Names),
                };
            }

            node = next;
        }

        return null;
    }

    private static TemplateDiagnostic? Wrong(ExpressionSyntax target, int count, bool isOpen, WalkedPage at, Builtins builtins)
    {
        var function = target switch
        {
            NameSyntax name when builtins.TryGet(name.Name, out var value) && value.Kind == ValueKind.Function => value.Function,
            MemberSyntax { Target: NameSyntax module, Member: var member } when builtins.TryGetFunction(module.Name, member.Name, out var known) => known,
            _ => null,
        };
        if (function is null || isOpen)
        {
            return null;
        }

        var (required, most) = function.Arity;
        return count >= required && count <= most
            ? null
            : at.Diagnostic(
                target.Span, TemplateErrorCode.Arguments,
                $"`{function.Name}` takes {(required == most ? $"{required}" : $"{required} to {most}")} arguments, not {count}.");
    }
}
