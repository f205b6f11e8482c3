using System.Collections;

namespace Clientele.Templating;

/// <summary>A list of the model, read where it stands.</summary>
internal sealed class ModelList(RenderState state, IList items) : ListView
{
    public IList Items => items;

    public override int Count => items.Count;

    // An array of objects is the commonest list, and the interface is slow on it.
    private readonly object?[]? _array = items as object?[];

    public override Value this[int index] => ModelAccess.ToValue(state, _array is null ? items[index] : _array[index]);

    public override IEnumerator<Value> Enumerate(RenderState current)
    {
        for (var i = 0; i < items.Count; i++)
        {
            yield return this[i];
        }
    }
}
