namespace Clientele.Templating;

/// <content>Scriban's own limit of loop rounds, counted over a whole tree of nested loops.</content>
internal sealed partial class RenderState
{
    private const int DeepestLazySequence = 32;

    private int _loopDepth;
    private int _loopRounds;

    private int LoopLimit => IsCompatible ? Settings.LoopLimit : 0;

    public void EnterLoop() => _loopDepth++;

    public void LeaveLoop()
    {
        if (--_loopDepth == 0)
        {
            _loopRounds = 0;
        }
    }

    public void Round(TextSpan span)
    {
        Step(span);
        if (LoopLimit is > 0 and var limit && ++_loopRounds > limit)
        {
            throw Fail(span, $"More than {limit} rounds of a loop.", TemplateErrorCode.Steps);
        }
    }

    public void CheckRange(TextSpan span, System.Numerics.BigInteger length)
    {
        if (LoopLimit is > 0 and var limit && length > limit)
        {
            throw Fail(span, $"A range of more than {limit} numbers.", TemplateErrorCode.Steps);
        }
    }

    /// <summary>The list itself, or its items when it goes through so many lazy sequences that a further one could exhaust the stack.</summary>
    public ListView Settled(ListView list, TextSpan span) => list is LazySequence { Depth: >= DeepestLazySequence } ? ToArray(list, span) : list;

    /// <summary>Names, each charged as a round of a loop.</summary>
    public IEnumerable<string> Rounds(IEnumerable<string> names, TextSpan span)
    {
        EnterLoop();
        try
        {
            foreach (var name in names)
            {
                Round(span);
                yield return name;
            }
        }
        finally
        {
            LeaveLoop();
        }
    }

    /// <summary>The items of a list, each charged as a round of a loop.</summary>
    public IEnumerable<Value> Items(ListView list, TextSpan span)
    {
        EnterLoop();
        try
        {
            using var items = list.Enumerate(this);
            while (items.MoveNext())
            {
                if (list.ChargesItself)
                {
                    Step(span);
                }
                else
                {
                    Round(span);
                }

                yield return items.Current;
            }
        }
        finally
        {
            LeaveLoop();
        }
    }
}
