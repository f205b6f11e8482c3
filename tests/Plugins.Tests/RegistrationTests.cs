namespace Clientele.Plugins.Tests;

public sealed class RegistrationTests
{
    private static readonly string[] CoreMeasures =
        ["core.sales", "core.sales_12m", "core.sales_count", "core.sales_count_12m", "core.recency", "core.days_since_touch", "core.touches_12m", "core.complaints_12m", "core.tenure"];

    private static readonly string[] CoreKinds =
        ["core.sale", "core.payment", "core.visit", "core.call", "core.message", "core.letter_sent", "core.complaint", "core.note", "core.one_to_one"];

    private static readonly Dictionary<string, string[]> CoreSchemes = new(StringComparer.Ordinal) { ["core.abc"] = ["a", "b", "c"] };

    public static TheoryData<string> Industries => Industry.Names;

    [Theory]
    [MemberData(nameof(Industries))]
    public void Every_name_is_under_the_plugins_prefix_and_used_once(string name)
    {
        var names = Industry.Of(name).Registered.Names.ToList();

        Assert.All(names, it => Assert.StartsWith(Industry.Of(name).Prefix + ".", it, StringComparison.Ordinal));
        Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [MemberData(nameof(Industries))]
    public void Every_stage_is_reached_by_a_move_or_is_the_first(string name)
    {
        foreach (var type in Industry.Of(name).Registered.AllMatterTypes)
        {
            var stages = type.Stages.Select(stage => stage.Name).ToList();
            Assert.Equal(stages.Count, stages.Distinct(StringComparer.Ordinal).Count());
            Assert.All(type.Moves, move => Assert.True(stages.Contains(move.From) && stages.Contains(move.To), $"{type.Name}: {move}"));
            Assert.All(stages.Skip(1), stage => Assert.Contains(type.Moves, move => move.To == stage));
            Assert.All(type.Stages, stage => Assert.Equal(stage.Final, type.Moves.All(move => move.From != stage.Name)));
            Assert.All(type.Stages, stage => Assert.NotEqual(stage.Title.En, stage.Title.Zh));
        }
    }

    [Theory]
    [MemberData(nameof(Industries))]
    public void A_kind_moves_a_matter_from_a_stage_to_one_stage_only(string name) =>
        Assert.All(Industry.Of(name).Registered.AllMatterTypes, type => Assert.Equal(type.Moves.Count, type.Moves.Select(move => (move.From, move.On)).Distinct().Count()));

    [Theory]
    [MemberData(nameof(Industries))]
    public void Everything_that_is_referred_to_is_registered(string name)
    {
        var all = Industry.Of(name).Registered;
        var kinds = all.AllKinds.Select(it => it.Name).Concat(CoreKinds).ToHashSet(StringComparer.Ordinal);
        var values = all.AllMeasures.Select(it => it.Name).Concat(all.AllAttributes.Select(it => it.Name)).Concat(CoreMeasures).ToHashSet(StringComparer.Ordinal);
        var schemes = all.AllSchemes.ToDictionary(it => it.Name, it => it.All.Select(segment => segment.Name).ToArray(), StringComparer.Ordinal);
        foreach (var (scheme, segments) in CoreSchemes)
        {
            schemes.Add(scheme, segments);
        }

        Assert.All(all.AllMatterTypes.SelectMany(it => it.Moves), move => Assert.Contains(move.On, kinds));
        Assert.All(all.AllMeasures.OfType<FactMeasure>().SelectMany(it => it.Kinds), kind => Assert.Contains(kind, kinds));
        Assert.All(all.AllMeasures.OfType<ComputedMeasure>().SelectMany(it => it.Reads), read => Assert.Contains(read, values));
        Assert.All(all.AllPolicies.SelectMany(it => it.FulfilledBy), kind => Assert.Contains(kind, kinds));
        Assert.All(all.AllPolicies.OfType<CadencePolicy>(), it => Assert.All(it.EveryDays.Keys, segment => Assert.Contains(segment, schemes[it.Scheme])));
        Assert.All(all.AllPolicies.OfType<StagePolicy>(), it => Assert.Contains(all.AllMatterTypes.Single(type => type.Name == it.MatterType).Stages, stage => stage.Name == it.Stage));
        Assert.All(all.AllLetters.Where(it => it.Policy.Length > 0), it => Assert.Contains(all.AllPolicies, policy => policy.Name == it.Policy));
        Assert.All(all.AllLetters.Where(it => it.MatterType.Length > 0), it => Assert.All(it.Stages, stage => Assert.Contains(all.AllMatterTypes.Single(type => type.Name == it.MatterType).Stages, known => known.Name == stage)));
        Assert.All(all.AllReports.Where(it => it.Measure.Length > 0), it => Assert.Contains(it.Measure, values));
        Assert.All(all.AllReports.Where(it => it.Scheme.Length > 0), it => Assert.Contains(it.Scheme, schemes.Keys));
        Assert.All(all.AllReports.SelectMany(it => it.Policies), policy => Assert.Contains(all.AllPolicies, it => it.Name == policy));
    }

    [Theory]
    [MemberData(nameof(Industries))]
    public void A_letter_that_serves_a_stage_policy_is_about_a_matter_of_its_type(string name)
    {
        var all = Industry.Of(name).Registered;
        foreach (var letter in all.AllLetters.Where(it => it.Policy.Length > 0))
        {
            if (all.AllPolicies.Single(it => it.Name == letter.Policy) is StagePolicy policy)
            {
                Assert.Equal(policy.MatterType, letter.MatterType);
                Assert.True(letter.Stages.Count == 0 || letter.Stages.Contains(policy.Stage), $"{letter.Name} cannot be written in the stage that asks for it.");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Industries))]
    public void One_policy_asks_for_one_letter(string name)
    {
        var policies = Industry.Of(name).Registered.AllLetters.Where(it => it.Policy.Length > 0).Select(it => it.Policy).ToList();

        Assert.Equal(policies.Count, policies.Distinct(StringComparer.Ordinal).Count());
    }
}
