using Clientele.Templating;

namespace Clientele.Measures;

/// <summary>A rule whose names are bound to the slots of a plan, so that evaluating it for a client looks nothing up by name.</summary>
internal sealed class BoundRule(RuleExpression rule, int[] slots)
{
    public string Text => rule.Text;

    public IReadOnlyList<string> Names => rule.Names;

    public IReadOnlyList<int> Slots => slots;

    public RuleOutcome Outcome(ClientValues values) => rule.Evaluate(new Facts(values, slots));

    public RuleValue Value(ClientValues values) => rule.EvaluateValue(new Facts(values, slots));

    /// <summary>How the value goes on: looked at closely only where one of the values it reads moves.</summary>
    public RuleMotion Motion(ClientValues values)
    {
        var steady = int.MaxValue;
        var moves = false;
        foreach (var slot in slots)
        {
            var motion = values.Motion(slot);
            steady = Math.Min(steady, motion.Steady);
            moves |= motion.Slope != 0;
        }

        if (!moves && steady == int.MaxValue)
        {
            return RuleMotion.Still;
        }

        try
        {
            return rule.Motion(new Facts(values, slots));
        }
        catch (TemplateException)
        {
            return RuleMotion.Unknown;
        }
    }

    public RuleExplanation Explain(ClientValues values) => rule.Explain(new Facts(values, slots));

    /// <summary>The values of the name in a slot at which the rule may turn; none when it does not read it.</summary>
    public IReadOnlyList<RuleValue> TurningPoints(int slot, ClientValues values) =>
        Array.IndexOf(slots, slot) is var index and >= 0 ? rule.TurningPoints(index, new Facts(values, slots)) : [];

    /// <summary>The values the rule reads, by name, in invariant form; missing ones are left out.</summary>
    public void Collect(ClientValues values, SortedDictionary<string, string> into)
    {
        for (var index = 0; index < slots.Length; index++)
        {
            if (!values[slots[index]].IsMissing)
            {
                into[rule.Names[index]] = values[slots[index]].ToString();
            }
        }
    }

    private sealed class Facts(ClientValues values, int[] slots) : IMovingFacts
    {
        public RuleValue Get(int nameIndex) => values[slots[nameIndex]];

        public RuleMotion Motion(int nameIndex) => values.Motion(slots[nameIndex]);
    }
}
