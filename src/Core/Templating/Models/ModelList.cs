using System.Collections;

namespace Clientele.Templating;

/// <summary>A list of the model, read where it stands.</summary>
internal sealed class ModelList(RenderState state, IList items) : ListView
{
    public IList Items => items;

    public override int Count => items.Count;

    // An array of objects is the commonest list, and the interface is slow on it.
    private readonly object?[]? _array = items as object?[];

    public override Value this[int index]
    {
        get
        {
            var item = _array is null ? items[index] : _array[index];

            // The items of a list are mostly of one type.
            return item is not null && ReferenceEquals(item.GetType(), state.LastPlainType) ? Value.OfObject(item) : ModelAccess.ToValue(state, item);
        }
    }

    public override IEnumerator<Value> Enumerate(RenderState current)
    {
        for (var i = 0; i < items.Count; i++)
        {
            yield return this[i];
        }
    }
}
