namespace Clientele.Storage.Tests.Properties;

/// <summary>What the log must mean, in the plainest way: a list of all versions of all facts.</summary>
internal sealed class LogModel
{
    public static readonly Client[] Clients = [.. Enumerable.Range(0, 4).Select(n => Some.Client($"c{n}"))];
    public static readonly string[] Kinds = ["core.sale", "core.visit", "core.answer"];
    public static readonly Matter[] Matters =
    [
        .. Enumerable.Range(0, 3).Select(n => new Matter { Id = MatterId.From("test", $"m{n}"), Client = Clients[n].Id, Type = "core.job", Title = $"Job {n}", OpenedOn = new DateOnly(2024, 2, 1).AddDays(n) }),
    ];

    private readonly List<(TouchpointId Original, Touchpoint Fact)> _log = [];

    public int Count => _log.Count;

    public IReadOnlyList<Touchpoint> Log => [.. _log.Select(entry => entry.Fact)];

    public void Add(Touchpoint fact) =>
        _log.Add((fact.Corrects is { } corrected ? _log.First(entry => entry.Fact.Id == corrected).Original : fact.Id, fact));

    public void TruncateTo(int count) => _log.RemoveRange(count, _log.Count - count);

    /// <summary>The facts in force after the first so many rows.</summary>
    public IReadOnlyList<Touchpoint> InForce(int rows) =>
        [.. _log.Take(rows).GroupBy(entry => entry.Original).Select(versions => versions.Last().Fact).Where(fact => !fact.Withdrawn)];

    /// <summary>The clients that rows after the first so many speak about, in any version of their facts.</summary>
    public IReadOnlySet<ClientId> TouchedAfter(int rows)
    {
        var facts = _log.Skip(rows).Select(entry => entry.Original).ToHashSet();
        return _log.Where(entry => facts.Contains(entry.Original)).Select(entry => entry.Fact.Client).ToHashSet();
    }

    /// <summary>A new fact, or a correction or withdrawal of any version of any fact, as a step chooses.</summary>
    public Touchpoint Choose(Step step)
    {
        var fact = new Touchpoint
        {
            Id = TouchpointId.From("test", $"t{_log.Count}"),
            Client = Clients[step.Choose(1, Clients.Length)].Id,
            Kind = Kinds[step.Choose(2, Kinds.Length)],
            OccurredOn = step.Day(3),
            Amount = step.Choose(4, 3) == 0 ? null : new Money(step.Choose(5, 2001) - 1000 + step.Choose(6, 4) * 0.25m, "CNY"),
            Matter = step.Choose(7, 3) == 0 ? null : Matters[step.Choose(8, Matters.Length)].Id,
        };
        return _log.Count > 0 && step.Choose(9, 5) < 2
            ? fact with { Corrects = _log[step.Choose(10, _log.Count)].Fact.Id, Withdrawn = step.Choose(11, 3) == 0 }
            : fact;
    }
}
