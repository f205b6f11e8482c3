namespace Clientele.Templating;

internal sealed class WhileStatement(TextSpan span, Node condition, Statement[] body) : Statement(span)
{
    public override Flow Execute(RenderState state)
    {
        state.Step(Span);
        var loop = new LoopScope(null, "while", state.Loops);
        var outer = state.Loops;
        state.Loops = loop;
        state.EnterLoop();
        var flow = Flow.Next;
        while (condition.Evaluate(state).IsTrue)
        {
            state.Round(Span);
            flow = Run(body, state);
            if (flow is Flow.Break or Flow.Return)
            {
                break;
            }

            loop.Index++;
        }

        state.LeaveLoop();
        state.Loops = outer;
        return flow == Flow.Return ? flow : Flow.Next;
    }
}

/// <summary><c>for</c> and <c>tablerow</c>: over part of a list, forwards or backwards.</summary>
internal abstract class ItemLoopStatement(TextSpan span) : Statement(span)
{
    public required Node Items { get; init; }

    public required Node? Offset { get; init; }

    public required Node? Limit { get; init; }

    public required bool Reversed { get; init; }

    public required Statement[] Body { get; init; }

    public required Statement[]? Else { get; init; }

    public required string? VariableName { get; init; }

    public required string Keyword { get; init; }

    /// <summary>Where lexically enclosed expressions find the loop; -1 when the variable is a member or item.</summary>
    public required int Slot { get; init; }

    public required IAssignable? Target { get; init; }

    public required int ModuleBit { get; init; }

    public override Flow Execute(RenderState state)
    {
        state.Step(Span);
        var value = Items.Evaluate(state);
        if (value.IsNull)
        {
            return Flow.Next;
        }

        var list = state.Iterable(value, Items.Span);
        var offset = Offset is null ? 0 : Math.Max(0, state.ToInt(Offset.Evaluate(state), Offset.Span));
        var limit = Limit is null ? int.MaxValue : Math.Max(0, state.ToInt(Limit.Evaluate(state), Limit.Span));
        var (outer, shadowed) = (state.Loops, state.Shadowed);
        var loop = new LoopScope(VariableName, Keyword, outer);
        Prepare(state, loop);
        state.Loops = loop;
        state.Shadowed |= ModuleBit;
        var hidden = Slot < 0 ? null : state.Frame.Loop(Slot);
        if (Slot >= 0)
        {
            state.Frame.Loop(Slot) = loop;
        }

        state.EnterLoop();
        var flow = Run(state, loop, list, offset, limit);
        state.LeaveLoop();
        if (Slot >= 0)
        {
            state.Frame.Loop(Slot) = hidden;
        }

        state.Loops = outer;
        state.Shadowed = shadowed;
        return flow is null ? (Else is null ? Flow.Next : Run(Else, state)) : flow == Flow.Return ? Flow.Return : Flow.Next;
    }

    protected virtual void Prepare(RenderState state, LoopScope loop)
    {
    }

    protected abstract Flow Round(RenderState state, LoopScope loop);

    protected virtual void Finish(RenderState state, LoopScope loop)
    {
    }

    // Null means that there was no item.
    private Flow? Run(RenderState state, LoopScope loop, ListView list, int offset, int limit)
    {
        if (list.Count < 0 && Reversed)
        {
            list = state.ToArray(list, Items.Span);
        }

        return list.Count < 0 ? RunSequence(state, loop, list, offset, limit) : RunIndexed(state, loop, list, offset, limit);
    }

    private Flow? RunIndexed(RenderState state, LoopScope loop, ListView list, int offset, int limit)
    {
        var count = Math.Min(limit, Math.Max(0, list.Count - offset));
        loop.Over(list, count);
        if (count == 0)
        {
            return null;
        }

        for (var i = 0; i < count; i++)
        {
            // Offset is taken from the front, then the rest is turned round, then it is cut to the limit.
            var item = list[Reversed ? list.Count - 1 - i : offset + i];
            var flow = Step(state, loop, item, i == count - 1);
            if (flow is Flow.Break or Flow.Return)
            {
                Finish(state, loop);
                return flow;
            }
        }

        Finish(state, loop);
        return Flow.Next;
    }

    private Flow? RunSequence(RenderState state, LoopScope loop, ListView list, int offset, int limit)
    {
        loop.Over(list, -1);
        using var items = list.Enumerate(state);
        for (var skipped = 0; skipped < offset; skipped++)
        {
            state.Step(Items.Span);
            if (!items.MoveNext())
            {
                return null;
            }
        }

        if (limit == 0 || !items.MoveNext())
        {
            return null;
        }

        var flow = Flow.Next;
        for (var isLast = false; !isLast;)
        {
            var item = items.Current;
            isLast = loop.Index + 1 >= limit || !items.MoveNext();
            flow = Step(state, loop, item, isLast);
            if (flow is Flow.Break or Flow.Return)
            {
                break;
            }
        }

        Finish(state, loop);
        return flow;
    }

    private Flow Step(RenderState state, LoopScope loop, Value item, bool isLast)
    {
        state.Round(Span);
        loop.Previous = loop.Current;
        loop.Current = item;
        loop.IsLast = isLast;
        Target?.Assign(state, item);
        var flow = Round(state, loop);
        loop.Index++;
        return flow;
    }
}

internal sealed class ForStatement(TextSpan span) : ItemLoopStatement(span)
{
    protected override Flow Round(RenderState state, LoopScope loop) => Run(Body, state);
}

internal sealed class TableRowStatement(TextSpan span) : ItemLoopStatement(span)
{
    public required Node? Columns { get; init; }

    protected override void Prepare(RenderState state, LoopScope loop) =>
        loop.Columns = Columns is null ? 1 : Math.Max(1, state.ToInt(Columns.Evaluate(state), Columns.Span));

    protected override Flow Round(RenderState state, LoopScope loop)
    {
        var column = loop.Index % loop.Columns;
        if (column == 0)
        {
            var end = loop.Index > 0 ? "</tr>" + state.Options.NewLine : "";
            state.WriteRaw(string.Create(null, $"{end}<tr class=\"row{(loop.Index / loop.Columns) + 1}\">"), Span);
        }

        state.WriteRaw(string.Create(null, $"<td class=\"col{column + 1}\">"), Span);
        var flow = Run(Body, state);
        state.WriteRaw("</td>", Span);
        return flow;
    }

    protected override void Finish(RenderState state, LoopScope loop) => state.WriteRaw("</tr>" + state.Options.NewLine, Span);
}
