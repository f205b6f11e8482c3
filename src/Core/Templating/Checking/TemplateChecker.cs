namespace Clientele.Templating;

/// <summary>Compares what a template reads and calls with what there is.</summary>
internal static class TemplateChecker
{
    public static IReadOnlyList<TemplateDiagnostic> Check(BlockSyntax page, SourceText source, Builtins builtins, ModelSchema schema)
    {
        var walker = new VariableWalker(builtins);
        walker.Block(page);
        var found = new List<(int Start, TemplateDiagnostic Diagnostic)>();
        foreach (var (path, syntax) in walker.Reads)
        {
            if (Missing(path, syntax, source, schema) is { } diagnostic)
            {
                found.Add((syntax.Span.Start, diagnostic));
            }
        }

        foreach (var (target, count, isOpen) in walker.Calls)
        {
            if (Wrong(target, count, isOpen, source, builtins) is { } diagnostic)
            {
                found.Add((target.Span.Start, diagnostic));
            }
        }

        foreach (var (module, member, span) in walker.Unknown)
        {
            var names = builtins.FunctionNames.Where(n => n.StartsWith(module + ".", StringComparison.Ordinal));
            found.Add((span.Start, TemplateDiagnostic.At(
                source, span, TemplateErrorCode.UnknownFunction, $"There is no function `{module}.{member}`.") with { Suggestion = Suggestion.Closest($"{module}.{member}", names) }));
        }

        return [.. found.OrderBy(f => f.Start).Select(f => f.Diagnostic)];
    }

    private static TemplateDiagnostic? Missing(string path, ExpressionSyntax syntax, SourceText source, ModelSchema schema)
    {
        var node = schema;
        foreach (var name in path.Split('.'))
        {
            if (node.IsOpen && !ReferenceEquals(node, schema))
            {
                return null;
            }

            if (!node.TryGet(name, out var next))
            {
                return TemplateDiagnostic.At(source, syntax.Span, TemplateErrorCode.UnknownVariable, $"The model has no `{path}`: there is no `{name}`.") with
                {
                    Suggestion = Suggestion.Closest(name, node.Names),
                };
            }

            node = next;
        }

        return null;
    }

    private static TemplateDiagnostic? Wrong(ExpressionSyntax target, int count, bool isOpen, SourceText source, Builtins builtins)
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
            : TemplateDiagnostic.At(
                source, target.Span, TemplateErrorCode.Arguments,
                $"`{function.Name}` takes {(required == most ? $"{required}" : $"{required} to {most}")} arguments, not {count}.");
    }
}
