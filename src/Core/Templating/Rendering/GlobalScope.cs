namespace Clientele.Templating;

/// <summary>One object of the stack that global names are found in: what the template wrote, over what the model gives.</summary>
internal sealed class GlobalScope(TemplateObject? own, object? model, GlobalScope? parent)
{
    private TemplateObject? _own = own;

    public GlobalScope? Parent { get; } = parent;

    public object? Model { get; } = model;

    /// <summary>Whether the template has set anything here.</summary>
    public bool IsUntouched => _own is null;

    /// <summary>The object that assignments go to, made when first needed.</summary>
    public TemplateObject Own(RenderState state)
    {
        _ = state;
        return _own ??= new TemplateObject();
    }

    public bool TryGet(RenderState state, string name, out Value value)
    {
        if (_own is not null && _own.TryGet(name, out value))
        {
            return true;
        }

        if (Model is not null)
        {
            return state.Engine.Models.TryGetMember(state, Model, name, out value);
        }

        value = default;
        return false;
    }

    public IEnumerable<string> Names(RenderState state)
    {
        var names = _own?.Names ?? [];
        return Model is null ? names : names.Concat(state.Engine.Models.Names(state, Model).Where(name => _own?.Contains(name) != true));
    }

    public int ShadowedModules(RenderState state)
    {
        var bits = Model is null ? 0 : state.Engine.Models.ShadowedModules(state, Model);
        if (_own is { Count: > 0 })
        {
            foreach (var (module, bit) in Builtins.ModuleBits)
            {
                bits |= _own.Contains(module) ? bit : 0;
            }
        }

        return bits;
    }
}
