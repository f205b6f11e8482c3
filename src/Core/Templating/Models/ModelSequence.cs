using System.Collections;

namespace Clientele.Templating;

/// <summary>A sequence of the model, read anew by every enumeration.</summary>
internal sealed class ModelSequence(IEnumerable items) : ListView
{
    public IEnumerable Items => items;

    public override int Count => -1;

    public override Value this[int index] => throw new NotSupportedException();

    public override IEnumerator<Value> Enumerate(RenderState state)
    {
        foreach (var item in items)
        {
            yield return ModelAccess.ToValue(state, item);
        }
    }
}
