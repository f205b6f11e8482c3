namespace Clientele.Templating;

/// <summary>An object of the model with some members replaced by what was awaited.</summary>
internal sealed class OverlaidObject(object original, Dictionary<string, object?> replaced)
{
    public object Original { get; } = original;

    public bool TryGet(RenderState state, string name, out Value value)
    {
        if (replaced.TryGetValue(name, out var own))
        {
            value = ModelAccess.ToValue(state, own);
            return true;
        }

        return state.Engine.Models.TryGetMember(state, Original, name, out value);
    }
}
