using System.Collections;

namespace Clientele.Templating;

/// <summary>A list of the model, read where it stands.</summary>
internal sealed class ModelList(RenderState state, IList items) : ListView
{
    public IList Items => items;

    public override int Count => items.Count;

    public override Value this[int index] => ModelAccess.ToValue(state, items[index]);

    public override IEnumerator<Value> Enumerate(RenderState current)
    {
        for (var i = 0; i < items.Count; i++)
        {
            yield return this[i];
        }
    }
}
