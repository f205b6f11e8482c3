namespace Clientele.Templating;

/// <summary>Finds what a function with parameters assigns, so that those names get slots of its own.</summary>
internal static class AssignedNames
{
    public static void Collect(BlockSyntax block, BindingScope scope)
    {
        foreach (var statement in block.Statements)
        {
            Collect(statement, scope);
        }
    }

    private static void Collect(StatementSyntax statement, BindingScope scope)
    {
        switch (statement)
        {
            case AssignmentSyntax { Target: NameSyntax name }: scope.Scoped(name.Name); break;
            case CaptureSyntax capture:
                if (capture.Target is NameSyntax target)
                {
                    scope.Scoped(target.Name);
                }

                Collect(capture.Body, scope);
                break;
            case FunctionStatementSyntax { Function.Name: NameSyntax function }: scope.Scoped(function.Name); break;
            case ExpressionStatementSyntax { Expression: IncrementSyntax { Target: NameSyntax counter } }: scope.Scoped(counter.Name); break;
            case IfSyntax branch: All(branch.Branches.Select(b => b.Body), scope); break;
            case CaseSyntax choice: All(choice.Branches.Select(b => b.Body), scope); break;
            case ForSyntax loop: All(loop.Else is null ? [loop.Body] : [loop.Body, loop.Else], scope); break;
            case WhileSyntax loop: Collect(loop.Body, scope); break;
            case WrapSyntax wrap: Collect(wrap.Body, scope); break;
        }
    }

    private static void All(IEnumerable<BlockSyntax> blocks, BindingScope scope)
    {
        foreach (var block in blocks)
        {
            Collect(block, scope);
        }
    }
}
