namespace Clientele.Templating;

/// <summary><c>for.index</c> and its kin.</summary>
internal sealed class LoopMemberNode(TextSpan span, string keyword, string member, Node general) : Node(span)
{
    public override Value Evaluate(RenderState state)
    {
        for (var loop = state.Loops; loop is not null; loop = loop.Outer)
        {
            if (loop.Keyword == keyword)
            {
                return member == "index" ? Value.Of(loop.Index) : loop.TryGet(state, member, out var value) ? value : Value.Null;
            }
        }

        return general.Evaluate(state);
    }
}
