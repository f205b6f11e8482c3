namespace Clientele.Templating;

/// <summary>A sequence whose items are computed by every enumeration, as the results of <c>array.map</c> and its kin are.</summary>
/// <param name="depth">How many lazy sequences this one goes through; bounded by <see cref="RenderState.Settled"/>.</param>
/// <param name="items">Begins an enumeration.</param>
internal sealed class LazySequence(int depth, Func<RenderState, IEnumerator<Value>> items) : ListView
{
    /// <summary>A sequence without items.</summary>
    public static Value None => Value.Of(new LazySequence(1, static _ => Enumerable.Empty<Value>().GetEnumerator()));

    public int Depth => depth;

    public override bool IsLazy => true;

    public override bool ChargesItself => true;

    public override int Count => -1;

    public override Value this[int index] => throw new NotSupportedException();

    public override IEnumerator<Value> Enumerate(RenderState state) => items(state);

    /// <summary>A lazy sequence over a list.</summary>
    public static Value Over(ListView list, Func<RenderState, IEnumerator<Value>> items) =>
        Value.Of(new LazySequence(list is LazySequence lazy ? lazy.Depth + 1 : 1, items));
}
