namespace Clientele.Templating;

/// <summary>A sequence whose items are computed by every enumeration, as the results of <c>array.map</c> and its kin are.</summary>
internal sealed class LazySequence(Func<RenderState, IEnumerator<Value>> items) : ListView
{
    public override bool ChargesItself => true;

    public override bool IsLazy => true;

    public override int Count => -1;

    public override Value this[int index] => throw new NotSupportedException();

    public override IEnumerator<Value> Enumerate(RenderState state) => items(state);
}
