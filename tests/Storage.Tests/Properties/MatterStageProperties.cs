using Clientele.Storage.Projection;

namespace Clientele.Storage.Tests.Properties;

/// <summary>The stages of matters are what folding the facts in force gives, however they came in.</summary>
public sealed class MatterStageProperties
{
    private static readonly Dictionary<string, MatterType> Types = new(StringComparer.Ordinal)
    {
        ["core.job"] = new MatterType
        {
            Name = "core.job",
            Title = LocalizedText.Same("Job"),
            Stages = [new("open", LocalizedText.Same("Open")), new("asked", LocalizedText.Same("Asked")), new("won", LocalizedText.Same("Won"), Final: true), new("lost", LocalizedText.Same("Lost"), Final: true)],
            Moves = [new("open", "asked", "core.visit"), new("asked", "won", "core.sale"), new("asked", "lost", "core.answer"), new("lost", "asked", "core.visit"), new("won", "open", "core.answer")],
        },
    };

    [Fact]
    public void Stages_are_the_naive_fold_of_the_facts_in_force() => Steps.Hold(Steps.Any(50), async steps =>
    {
        var model = new LogModel();
        var opened = LogModel.Matters.ToDictionary(matter => matter.Id, matter => matter.OpenedOn);
        await using var temporary = new TemporaryStore();
        await StartAsync(temporary);
        await using (var batch = await temporary.Store.BeginAsync())
        {
            foreach (var step in steps)
            {
                if (step.Choose(0, 5) == 0)
                {
                    await batch.ProjectAsync(Types);
                }
                else if (step.Choose(0, 10) == 1)
                {
                    var matter = LogModel.Matters[step.Choose(40, LogModel.Matters.Length)];
                    opened[matter.Id] = step.Day(41);
                    await batch.PutAsync(matter with { OpenedOn = step.Day(41) });
                }
                else
                {
                    var fact = model.Choose(step);
                    await batch.AppendAsync(fact);
                    model.Add(fact);
                }
            }

            await batch.ProjectAsync(Types);
            await batch.CommitAsync();
        }

        foreach (var asOf in Enumerable.Range(0, 75).Select(new DateOnly(2024, 1, 24).AddDays))
        {
            var expected = LogModel.Matters.Where(matter => opened[matter.Id] <= asOf).ToDictionary(matter => matter.Id, matter => Naive(matter, model.InForce(model.Count), asOf));
            Assert.Equal(expected.OrderBy(pair => pair.Key), (await StagesAsync(temporary.Store, asOf)).OrderBy(pair => pair.Key));
        }
    });

    [Fact]
    public void Stages_do_not_depend_on_the_order_of_import() => Steps.Hold(Steps.Any(40), async steps =>
    {
        var facts = steps.Select((step, n) => new LogModel().Choose(step) with { Id = TouchpointId.From("test", $"t{n}") }).ToList();
        var shuffled = facts.Select((fact, n) => (fact, n)).OrderBy(pair => steps[pair.n].Choose(50, 1_000_000)).Select(pair => pair.fact).ToList();

        var forward = await ImportAsync(facts, foldEvery: 3);
        var otherwise = await ImportAsync(shuffled, foldEvery: 1000);

        Assert.Equal(forward, otherwise);
    });

    private static async Task<IReadOnlyList<string>> ImportAsync(IReadOnlyList<Touchpoint> facts, int foldEvery)
    {
        await using var temporary = new TemporaryStore();
        await StartAsync(temporary);
        await using (var batch = await temporary.Store.BeginAsync())
        {
            for (var n = 0; n < facts.Count; n++)
            {
                await batch.AppendAsync(facts[n]);
                if (n % foldEvery == 0)
                {
                    await batch.ProjectAsync(Types);
                }
            }

            await batch.ProjectAsync(Types);
            await batch.CommitAsync();
        }

        var stages = new List<string>();
        foreach (var asOf in Enumerable.Range(0, 75).Select(new DateOnly(2024, 1, 24).AddDays))
        {
            await foreach (var matter in temporary.Store.Matters.InStageAsync(asOf))
            {
                stages.Add($"{asOf:o} {matter.Stage}");
            }
        }

        return stages;
    }

    private static async Task StartAsync(TemporaryStore temporary)
    {
        await temporary.OpenAsync();
        await using var batch = await temporary.Store.BeginAsync();
        foreach (var client in LogModel.Clients)
        {
            await batch.SaveAsync(client);
        }

        foreach (var matter in LogModel.Matters)
        {
            await batch.PutAsync(matter);
        }

        await batch.CommitAsync();
    }

    private static async Task<Dictionary<MatterId, string>> StagesAsync(Store store, DateOnly asOf)
    {
        var stages = new Dictionary<MatterId, string>();
        await foreach (var matter in store.Matters.InStageAsync(asOf))
        {
            stages.Add(matter.Matter.Id, matter.Stage.Stage);
        }

        return stages;
    }

    /// <summary>The stage on a day: day by day, move while any fact of the day moves, the one with the least id first.</summary>
    private static string Naive(Matter matter, IReadOnlyList<Touchpoint> inForce, DateOnly asOf)
    {
        var stage = "open";
        var days = inForce.Where(fact => fact.Matter == matter.Id && fact.OccurredOn <= asOf).Select(fact => fact.OccurredOn).Distinct().Order();
        foreach (var day in days)
        {
            var left = inForce.Where(fact => fact.Matter == matter.Id && fact.OccurredOn == day).OrderBy(fact => fact.Id).ToList();
            while (left.FirstOrDefault(fact => To(stage, fact.Kind) is not null) is { } mover)
            {
                stage = To(stage, mover.Kind)!;
                left.Remove(mover);
            }
        }

        return stage;
    }

    private static string? To(string stage, string kind) => (stage, kind) switch
    {
        ("open", "core.visit") => "asked",
        ("asked", "core.sale") => "won",
        ("asked", "core.answer") => "lost",
        ("lost", "core.visit") => "asked",
        ("won", "core.answer") => "open",
        _ => null,
    };
}
