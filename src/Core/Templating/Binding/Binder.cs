namespace Clientele.Templating;

/// <summary>Turns a syntax tree into the objects that run: names become slots, builtin functions are found once, constants are folded.</summary>
internal sealed partial class Binder
{
    private readonly SourceText _source;
    private readonly Escaping _escaping;
    private readonly Builtins _builtins;
    private readonly TemplateOptions _options;
    private BindingScope _scope = new(hasFunctionScope: false);

    private Binder(SourceText source, Escaping escaping, TemplateEngine engine)
    {
        _source = source;
        _escaping = escaping;
        _builtins = engine.Builtins;
        _options = engine.Options;
    }

    public static CompiledUnit Bind(BlockSyntax page, SourceText source, Escaping escaping, TemplateEngine engine)
    {
        var binder = new Binder(source, escaping, engine);
        var body = binder.Block(page);
        return new CompiledUnit(source, escaping, $"include {source.Name}")
        {
            Body = body,
            LocalNames = binder._scope.LocalNames,
            ScopedNames = binder._scope.ScopedNames,
            LoopCount = binder._scope.LoopCount,
        };
    }

    private Statement[] Block(BlockSyntax block)
    {
        var statements = new List<Statement>(block.Statements.Count);
        for (var i = 0; i < block.Statements.Count; i++)
        {
            switch (block.Statements[i])
            {
                case IndentSyntax { Indent: { } indent } when _options.Scriban.AutoIndent:
                    statements.Add(new IndentedStatement(block.Statements[i].Span, indent, IndentedBlock(block, ref i)));
                    break;
                case IndentSyntax:
                    break;
                default:
                    statements.Add(Statement(block.Statements[i]));
                    break;
            }
        }

        return [.. statements];
    }

    // Up to the end of the code block, or of the statements around it when the block ends in an inner one.
    private Statement[] IndentedBlock(BlockSyntax block, ref int index)
    {
        var statements = new List<Statement>();
        for (index++; index < block.Statements.Count && block.Statements[index] is not IndentSyntax; index++)
        {
            statements.Add(Statement(block.Statements[index]));
        }

        return [.. statements];
    }

    private TemplateFunction Function(FunctionSyntax function, string name)
    {
        var outer = _scope;
        var parameters = function.Parameters;
        _scope = new BindingScope(hasFunctionScope: parameters is not null);
        var bound = parameters is null ? null : new FunctionParameter[parameters.Count];
        for (var i = 0; i < (parameters?.Count ?? 0); i++)
        {
            _scope.Scoped(parameters![i].Name);
            bound![i] = new FunctionParameter(
                parameters[i].Name, parameters[i].Default is { } initial ? Expression(initial) : null, parameters[i].IsVariadic);
        }

        if (parameters is not null)
        {
            AssignedNames.Collect(function.Body, _scope);
        }

        var unit = new CompiledUnit(_source, _escaping, function.Name is null ? "do" : $"func {name}")
        {
            Body = Block(function.Body),
            IsAnonymous = function.Name is null,
        };
        unit.LocalNames = _scope.LocalNames;
        unit.ScopedNames = _scope.ScopedNames;
        unit.LoopCount = _scope.LoopCount;
        _scope = outer;
        return new TemplateFunction(name, unit, bound, function.Name is null ? SyntaxPrinter.Print(function) : "<function>");
    }
}
