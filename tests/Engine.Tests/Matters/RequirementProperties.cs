using Clientele.Matters;
using Clientele.Templating;
using FsCheck;
using FsCheck.Fluent;

namespace Clientele.Engine.Tests.Matters;

/// <summary>What holds of matters whose moves require something, whatever happened.</summary>
public sealed class RequirementProperties
{
    private static readonly string[] Kinds = ["firm.delivered", "firm.taken_back", "core.visit", "firm.closed", "firm.mended"];

    private static readonly Gen<(int Kind, int Day, int Grade)> Happening =
        from kind in Gen.Choose(0, Kinds.Length - 1)
        from day in Gen.Choose(0, 12)
        from grade in Gen.Choose(0, 10)
        select (kind, day, grade);

    [Fact]
    public void A_stage_is_the_same_in_whatever_order_the_facts_came_in() => Hold(async facts =>
    {
        var forward = await StagesAsync(facts, foldEvery: 1);
        var backward = await StagesAsync([.. facts.Reverse()], foldEvery: 100);

        Assert.Equal(forward, backward);
    });

    [Fact]
    public void An_explanation_of_a_requirement_says_what_its_rule_gives_with_the_values_it_names() => Hold(async facts =>
    {
        await using var crm = await FilledAsync(facts, foldEvery: 100);
        var engine = new TemplateEngine(new TemplateOptions());
        for (var day = 0; day <= 12; day++)
        {
            var card = await crm.Crm.Matters.ShowAsync(MatterId.From("test", "job"), Day(day));
            foreach (var answer in card.Moves.SelectMany(move => move.Requirements))
            {
                var rule = engine.CompileRule(answer.Requirement.Rule, "again");
                var values = Operands(answer.Explanation).DistinctBy(operand => operand.Name).ToDictionary(operand => operand.Name, operand => operand.Value);
                Assert.Equal(answer.Explanation.Outcome, rule.Evaluate(new Values([.. rule.Names.Select(name => values[name])])));
                Assert.Equal(answer.Met, answer.Explanation.Outcome == RuleOutcome.Holds);
            }
        }
    });

    [Fact]
    public void What_the_desk_refuses_leaves_every_stage_as_it_was_and_what_it_makes_is_the_stage() => Hold(async facts =>
    {
        await using var crm = await FilledAsync(facts, foldEvery: 100);
        var job = MatterId.From("test", "job");
        foreach (var kind in Kinds)
        {
            var before = await ListAsync(crm);
            var answer = await crm.Crm.Matters.MoveAsync(new MatterMove { Matter = job, Kind = kind, On = Day(12) });
            if (answer.Made)
            {
                Assert.Contains((await crm.Crm.Matters.ShowAsync(job, Day(12))).Stages, stage => stage.By == answer.Touchpoint!.Id && stage.Stage == answer.Stage!.Stage);
            }
            else
            {
                Assert.NotEmpty(answer.Refusals);
                Assert.Equal(before, await ListAsync(crm));
            }
        }
    });

    private static void Hold(Func<(int Kind, int Day, int Grade)[], Task> property) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(20),
        Prop.ForAll(Happening.ListOf().Select(facts => facts.Take(14).ToArray()).ToArbitrary(), facts => property(facts).GetAwaiter().GetResult()));

    private static async Task<IReadOnlyList<string>> StagesAsync((int Kind, int Day, int Grade)[] facts, int foldEvery)
    {
        await using var crm = await FilledAsync(facts, foldEvery);
        return await ListAsync(crm);
    }

    private static async Task<IReadOnlyList<string>> ListAsync(TemporaryCrm crm)
    {
        var stages = new List<string>();
        for (var day = 0; day <= 13; day++)
        {
            stages.AddRange((await crm.Crm.Matters.ListAsync(Day(day)).ToListAsync()).Select(matter => $"{day} {matter.Matter.Title} {matter.Stage.Stage} {matter.Stage.From:o}"));
        }

        return stages;
    }

    private static async Task<TemporaryCrm> FilledAsync((int Kind, int Day, int Grade)[] facts, int foldEvery)
    {
        var crm = await RequirementTests.OpenAsync();
        var (client, job) = await RequirementTests.JobAsync(crm);
        var fault = await RequirementTests.LinkAsync(crm, client, job, "f1");
        var written = 0;
        foreach (var group in facts.GroupBy(fact => fact).Select(group => group.Key))
        {
            var kind = Kinds[group.Kind];
            await crm.WriteAsync(batch => batch.AppendAsync(new Touchpoint
            {
                Id = TouchpointId.From("test", $"{group}"), Client = client.Id, Matter = kind == "firm.mended" ? fault : job, Kind = kind, OccurredOn = Day(group.Day),
                Details = kind == "firm.closed" ? new Dictionary<string, string> { ["grade"] = $"{group.Grade}" } : new Dictionary<string, string>(),
            }));
            if (++written % foldEvery == 0)
            {
                await crm.Crm.Matters.ListAsync(Day(13)).CountAsync();
            }
        }

        return crm;
    }

    private static DateOnly Day(int day) => new DateOnly(2026, 3, 1).AddDays(day);

    private static IEnumerable<RuleOperand> Operands(RuleExplanation clause) => clause.Operands.Concat(clause.Clauses.SelectMany(Operands));

    private sealed class Values(IReadOnlyList<RuleValue> values) : IRuleFacts
    {
        public RuleValue Get(int nameIndex) => values[nameIndex];
    }
}
