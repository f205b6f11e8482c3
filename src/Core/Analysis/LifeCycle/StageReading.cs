namespace Clientele.Analysis.LifeCycle;

/// <summary>Reads stages off signals that were checked.</summary>
internal static class StageReading
{
    public static LifeCycleCurve Read(IReadOnlyList<LifeSignal> signals, LifeCycleRules rules)
    {
        var calm = signals.Select(signal => (signal.Weight, Periods: WithoutPulses(signal.Periods, rules.Change))).ToList();
        var points = new List<LifePoint> { new(0, signals[0].Periods[0], null, LifeStage.Exploration) };
        var (stage, candidate, said) = (LifeStage.Exploration, LifeStage.Exploration, 0);
        for (var index = 1; index < signals[0].Periods.Count; index++)
        {
            var change = Change(calm, index);
            var seen = Seen(change, calm, index, stage, rules);
            said = seen == candidate ? said + 1 : 1;
            candidate = seen;
            stage = said >= rules.Confirmations ? seen : stage;
            points.Add(new LifePoint(index, signals[0].Periods[index], change, stage));
        }

        var stages = Runs(points);
        return new LifeCycleCurve(points, stages, Diagnose(stages, rules));
    }

    private static LifeStage Seen(double? change, List<(double Weight, double[] Periods)> signals, int index, LifeStage stage, LifeCycleRules rules)
    {
        if (change is not { } known)
        {
            // From nothing to something is growth; from nothing to nothing goes on as it was, or has ended.
            return signals.Any(signal => signal.Periods[index] > 0) ? LifeStage.Development : stage == LifeStage.Exploration ? stage : LifeStage.Decline;
        }

        return known > rules.Change ? LifeStage.Development : known < -rules.Change ? LifeStage.Decline : LifeStage.Stability;
    }

    private static double? Change(List<(double Weight, double[] Periods)> signals, int index)
    {
        var known = signals.Where(signal => signal.Periods[index - 1] > 0).ToList();
        var change = known.Sum(signal => signal.Weight * ((signal.Periods[index] / signal.Periods[index - 1]) - 1)) / known.Sum(signal => signal.Weight);
        return double.IsFinite(change) ? change : null;
    }

    private static double[] WithoutPulses(IReadOnlyList<double> periods, double change)
    {
        var calm = periods.ToArray();
        for (var index = 1; index + 1 < calm.Length; index++)
        {
            var before = calm[index - 1];
            if (before > 0 && calm[index] > before * (1 + change) && Uplift.Of(before, calm[index], calm[index + 1]) is { IsKnown: true, Value.Kind: UpliftKind.Pulse } && calm[index + 1] >= before * (1 - change))
            {
                calm[index] = before;
            }
        }

        return calm;
    }

    private static List<(LifeStage Stage, int Periods)> Runs(List<LifePoint> points)
    {
        var runs = new List<(LifeStage Stage, int Periods)>();
        foreach (var point in points)
        {
            if (runs.Count > 0 && runs[^1].Stage == point.Stage)
            {
                runs[^1] = (point.Stage, runs[^1].Periods + 1);
            }
            else
            {
                runs.Add((point.Stage, 1));
            }
        }

        return runs;
    }

    private static List<Reason> Diagnose(List<(LifeStage Stage, int Periods)> stages, LifeCycleRules rules)
    {
        var diagnosis = new List<Reason>();
        for (var index = 1; index < stages.Count; index++)
        {
            if (stages[index].Stage != LifeStage.Decline)
            {
                continue;
            }

            var before = stages[index - 1];
            if (before.Stage == LifeStage.Stability && before.Periods < rules.StablePeriods)
            {
                diagnosis.Add(new("short_stable_stage", new($"Short stable stage: {before.Periods} of at least {rules.StablePeriods} periods.", $"稳定期过短：仅 {before.Periods} 期，应不少于 {rules.StablePeriods} 期。")));
            }
            else if (before.Stage == LifeStage.Development)
            {
                diagnosis.Add(new("no_stable_stage", new("The relationship went from development straight into decline.", "关系由发展期直接进入衰退期，未经稳定期。")));
            }
        }

        if (stages[^1] is { Stage: LifeStage.Decline, Periods: <= 1 })
        {
            diagnosis.Add(new("early_decline", new("The decline has just begun; there is still time to act.", "衰退刚刚开始，宜尽早采取措施。")));
        }

        return diagnosis;
    }
}
