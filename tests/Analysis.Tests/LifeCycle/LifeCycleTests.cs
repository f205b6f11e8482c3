using Clientele.Analysis.LifeCycle;

namespace Clientele.Analysis.Tests.LifeCycle;

public sealed class LifeCycleTests
{
    [Fact]
    [Trait("Row", "S4-29")]
    public void A_relationship_that_grows_stands_still_for_two_years_and_shrinks_had_a_short_stable_stage()
    {
        var found = LifeCycleCurve.Of([10, 40, 90, 150, 155, 150, 90]).Value!;

        Assert.Equal([300, 125, 67, 3, -3, -40], found.Points.Skip(1).Select(point => (int)Math.Round(point.Change!.Value * 100)));
        Assert.Equal([(LifeStage.Exploration, 1), (LifeStage.Development, 3), (LifeStage.Stability, 2), (LifeStage.Decline, 1)], found.Stages);
        Assert.Equal(["short_stable_stage", "early_decline"], found.Diagnosis.Select(reason => reason.Code));
        Assert.Equal(LifeStage.Decline, found.Current);
    }

    [Fact]
    [Trait("Row", "S4-29")]
    public void A_relationship_that_falls_right_after_growing_had_no_stable_stage() =>
        Assert.Contains(LifeCycleCurve.Of([10, 40, 90, 150, 50]).Value!.Diagnosis, reason => reason.Code == "no_stable_stage");

    [Fact]
    [Trait("Row", "S4-29")]
    public void A_stage_changes_only_after_as_many_periods_as_confirm_it()
    {
        var found = LifeCycleCurve.Of([10, 40, 90, 150, 155, 190, 250], new LifeCycleRules(Confirmations: 2)).Value!;

        Assert.Equal([(LifeStage.Exploration, 2), (LifeStage.Development, 5)], found.Stages);
    }

    [Fact]
    [Trait("Row", "S4-29")]
    public void Several_signals_are_weighed_against_each_other()
    {
        var found = LifeCycleCurve.Of([new LifeSignal("volume", 1, [100, 100]), new LifeSignal("profit", 3, [100, 60])]).Value!;

        Assert.Equal((-0.3, LifeStage.Decline), (Math.Round(found.Points[1].Change!.Value, 9), found.Current));
    }

    [Theory]
    [Trait("Row", "S4-29")]
    [InlineData(0, 0, 0, LadderStep.NeverContacted)]
    [InlineData(3, 0, 0, LadderStep.Contacted)]
    [InlineData(3, 1, 0, LadderStep.Opportunity)]
    [InlineData(0, 0, 1, LadderStep.User)]
    [InlineData(0, 0, 2, LadderStep.Repurchaser)]
    public void A_client_stands_on_the_highest_step_it_has_reached(int contacts, int opportunities, int purchases, LadderStep step) =>
        Assert.Equal(step, Ladder.Of(contacts, opportunities, purchases));

    [Fact]
    [Trait("Row", "S4-33")]
    public void A_rise_that_falls_back_is_a_pulse_and_one_that_stays_is_durable()
    {
        Assert.Equal(new UpliftResult(0.0625, UpliftKind.Pulse), Uplift.Of(100, 180, 105).Value);
        Assert.Equal(new UpliftResult(0.75, UpliftKind.Durable), Uplift.Of(100, 180, 160).Value);
        Assert.Equal(UpliftKind.Unclear, Uplift.Of(100, 180, 160, 120).Value!.Kind);
        Assert.Equal("no_rise", Uplift.Of(100, 100, 100).Refusal!.Code);
        Assert.Equal("too_few", Uplift.Of(100, 180).Refusal!.Code);
    }

    [Fact]
    [Trait("Row", "S4-33")]
    public void A_client_with_a_pulse_does_not_enter_development() =>
        Assert.DoesNotContain(LifeCycleCurve.Of([100, 100, 180, 105, 104]).Value!.Stages, stage => stage.Stage is LifeStage.Development or LifeStage.Decline);

    [Fact]
    public void Too_short_negative_and_unequal_signals_are_refused()
    {
        Assert.Equal("too_few", LifeCycleCurve.Of([5]).Refusal!.Code);
        Assert.Equal("negative", LifeCycleCurve.Of([5, -1]).Refusal!.Code);
        Assert.Equal("unequal_lengths", LifeCycleCurve.Of([new LifeSignal("a", 1, [1, 2]), new LifeSignal("b", 1, [1, 2, 3])]).Refusal!.Code);
    }

    [Fact]
    public void Whatever_the_values_every_period_has_a_stage_and_the_stages_last_as_long_as_the_curve() => Fuzz.Numbers((values, seed) =>
    {
        var found = LifeCycleCurve.Of(values, new LifeCycleRules(Confirmations: 1 + (Math.Abs(seed) % 3)));
        Fuzz.Explained(found);
        if (found.IsKnown)
        {
            Assert.Equal(values.Length, found.Value.Points.Count);
            Assert.Equal(values.Length, found.Value.Stages.Sum(stage => stage.Periods));
            Fuzz.Finite(found.Value.Points.Select(point => point.Change ?? 0));
        }
    });
}
