namespace Clientele.Templating;

/// <summary>Turns a syntax tree into the objects that run: names become slots, builtin functions are found once, constants are folded.</summary>
internal sealed partial class Binder
{
    private readonly SourceText _source;
    private readonly Escaping _escaping;
    private readonly Builtins _builtins;
    private BindingScope _scope = new(hasFunctionScope: false);

    private Binder(SourceText source, Escaping escaping, Builtins builtins)
    {
        _source = source;
        _escaping = escaping;
        _builtins = builtins;
    }

    public static CompiledUnit Bind(BlockSyntax page, SourceText source, Escaping escaping, Builtins builtins)
    {
        var binder = new Binder(source, escaping, builtins);
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
        foreach (var statement in block.Statements)
        {
            // Indentation matters only where it is set; resetting what was never set is left out.
            if (statement is IndentSyntax { Indent: null } && !_setsIndent)
            {
                continue;
            }

            _setsIndent |= statement is IndentSyntax;
            statements.Add(Statement(statement));
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
        return new TemplateFunction(name, unit, bound, SyntaxPrinter.Print(function));
    }
}
