using Clientele.Analysis.Allocation;

namespace Clientele.Analysis.Tests.Allocation;

public sealed class CapacityTests
{
    private static readonly CapacityClass[] Classes = [new("large", 8, 60), new("medium", 13, 25), new("small", 79, 15)];

    [Fact]
    [Trait("Row", "S0-05")]
    public void A_thousand_hours_follow_the_weights()
    {
        var found = Capacity.Allocate(1000, Classes).Value!;

        Assert.Equal([75.0m, 19.2m, 1.90m], [Math.Round(found[0].PerClient, 1), Math.Round(found[1].PerClient, 1), Math.Round(found[2].PerClient, 2)]);
        Assert.Equal(1000, found.Sum(share => share.Hours));
    }

    [Fact]
    [Trait("Row", "S0-05")]
    public void A_floor_of_two_hours_takes_158_and_leaves_842_to_the_others()
    {
        var found = Capacity.Allocate(1000, [Classes[0], Classes[1], Classes[2] with { Floor = 2 }]).Value!;

        Assert.Equal([594.35m, 247.65m, 158m], found.Select(share => share.Hours));
    }

    [Fact]
    [Trait("Row", "S0-05")]
    public void What_a_cap_leaves_goes_to_the_others()
    {
        var found = Capacity.Allocate(1000, [Classes[0] with { Cap = 50 }, Classes[1], Classes[2]]).Value!;

        Assert.Equal([400m, 375m, 225m], found.Select(share => share.Hours));
    }

    [Fact]
    [Trait("Row", "S0-05")]
    public void Clients_above_and_below_plan_are_told_apart()
    {
        var found = BookedHours.Compare([("a", 75, 90), ("b", 75, 70), ("c", 75, 10)]);

        Assert.Equal([("c", PlanStanding.Below), ("a", PlanStanding.Above), ("b", PlanStanding.OnPlan)], found.Select(one => (one.Id, one.Standing)));
    }

    [Theory]
    [InlineData(100, 1, 2, 0, "floors_exceed")]
    [InlineData(-1, 1, 0, 0, "negative")]
    [InlineData(1000, -1, 0, 0, "negative")]
    [InlineData(1000, 0, 0, 0, "no_weight")]
    [InlineData(1000, 1, 2, 1, "cap_below_floor")]
    [InlineData(1000, 1, 0, 1, "caps_leave_rest")]
    public void What_cannot_be_divided_is_refused(decimal hours, decimal weight, decimal floor, decimal cap, string code) =>
        Assert.Equal(code, Capacity.Allocate(hours, [new CapacityClass("all", 79, weight, floor, cap > 0 ? cap : null)]).Refusal!.Code);

    [Fact]
    public void However_hours_are_divided_they_add_up_and_stay_within_floor_and_cap() => Fuzz.Money((values, seed) =>
    {
        var classes = values.Take(6).Select((value, index) => new CapacityClass($"{index}", (int)(Math.Abs(value) % 50), Math.Abs(value) % 7, Math.Abs(value) % 3 / 10, seed % 2 == 0 ? null : 1 + (Math.Abs(value) % 40))).ToList();
        var found = Capacity.Allocate(Math.Abs(seed) % 5000, classes);
        Fuzz.Explained(found);
        if (found.IsKnown)
        {
            Assert.Equal(Math.Abs(seed) % 5000, found.Value.Sum(share => share.Hours));
            Assert.All(found.Value.Zip(classes), pair =>
            {
                Assert.True(pair.First.Hours >= pair.Second.Floor * pair.Second.Clients);
                Assert.True(pair.Second.Cap is not { } cap || pair.First.Hours <= cap * pair.Second.Clients);
            });
        }
    });
}
