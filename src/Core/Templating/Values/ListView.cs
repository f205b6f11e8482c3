namespace Clientele.Templating;

/// <summary>Anything a template sees as a list: its own arrays, a list of the model, or a lazy sequence.</summary>
internal abstract class ListView
{
    /// <summary>Whether the items are produced anew by every enumeration; such a list is what the language calls a range.</summary>
    public virtual bool IsLazy => false;

    /// <summary>Whether producing the items is charged by the list, so that whoever goes through them does not charge again.</summary>
    public virtual bool ChargesItself => false;

    /// <summary>The item count, or -1 where only an enumeration can tell.</summary>
    public abstract int Count { get; }

    public abstract Value this[int index] { get; }

    /// <summary>The items, one step charged for each by whoever enumerates.</summary>
    public abstract IEnumerator<Value> Enumerate(RenderState state);
}
