namespace Clientele.Templating;

/// <content>Names that are not resolved to a slot: loop variables of callers, globals, builtins.</content>
internal sealed partial class RenderState
{
    /// <summary>Finds a name as the language does: function scope, loops, globals from the innermost, builtins.</summary>
    public bool TryLookup(string name, out Value value)
    {
        for (var frame = Frame; frame is not null; frame = frame.Caller)
        {
            if (frame.TryGetScoped(name, out value))
            {
                return true;
            }

            if (!frame.Unit.IsAnonymous)
            {
                break;
            }
        }

        return TryLookupShared(name, out value);
    }

    /// <summary>Finds a name outside the function scope.</summary>
    public bool TryLookupShared(string name, out Value value)
    {
        for (var loop = Loops; loop is not null; loop = loop.Outer)
        {
            if (loop.Name == name)
            {
                value = loop.Current;
                return true;
            }
        }

        for (var scope = Globals; scope is not null; scope = scope.Parent)
        {
            if (scope.TryGet(this, name, out value))
            {
                return true;
            }
        }

        return Engine.Builtins.TryGet(name, out value);
    }

    /// <summary>The model, when a name can only be one of its members or something behind it.</summary>
    public object? PlainModel(string name)
    {
        if (!Globals.IsUntouched || Frame.Unit.HasOwnNames)
        {
            return null;
        }

        for (var loop = Loops; loop is not null; loop = loop.Outer)
        {
            if (loop.Name == name)
            {
                return null;
            }
        }

        return Globals.Model;
    }

    public Value Lookup(string name, TextSpan span)
    {
        if (!TryLookup(name, out var value) && Engine.Options.StrictVariables)
        {
            throw FailUnknown(
                span, $"The variable `{name}` is not defined.", TemplateErrorCode.UnknownVariable, Suggest(name));
        }

        return value;
    }

    public string? Suggest(string name) => Suggestion.Closest(name, KnownNames());

    public void Assign(string name, Value value, TextSpan span)
    {
        var target = Globals.Own(this);
        if (target.IsReadOnly(name))
        {
            throw Fail(span, $"The variable `{name}` is read-only.", TemplateErrorCode.ReadOnly);
        }

        ChargeItems(span, target.Count);
        target.Set(name, value);
        Shadowed |= Builtins.ModuleBit(name);
    }

    public void PushGlobals(GlobalScope scope)
    {
        Globals = scope;
        Shadowed |= scope.ShadowedModules(this);
    }

    private IEnumerable<string> KnownNames()
    {
        for (var scope = Globals; scope is not null; scope = scope.Parent)
        {
            foreach (var name in scope.Names(this))
            {
                yield return name;
            }
        }

        foreach (var name in Engine.Builtins.Names)
        {
            yield return name;
        }
    }
}
