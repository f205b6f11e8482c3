using System.Globalization;

namespace Clientele.RealEstate.Answers;

/// <summary>Prospects who still go by an answer that is no longer in force, with who gave it.</summary>
internal sealed class OutdatedAnswers : IInsightComputation
{
    private const string Holder = "real_estate.holder";

    public static Insight Insight { get; } = new()
    {
        Name = "real_estate.outdated_answers",
        Title = new("Prospects who were told an answer no longer in force", "答复已失效的意向客户"),
        Description = new(
            "Open prospects, those who have not signed or given up, whose last answer to a question was a version that has been replaced, ended or expired since.",
            "尚未签约也未放弃的意向客户中，最近一次所获答复的版本已被替换、终止或到期的客户。"),
        Source = "Accurate answers, text 002",
        Reads = [Holder],
        Registers = [AnswerRegister.Register],
        Kinds = [AnswerRegister.Given, "real_estate.purchase_signed", "real_estate.purchase_withdrawn"],
        Computation = new OutdatedAnswers(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var current = (await input.ReadAsync(AnswerRegister.Register, cancellationToken).ConfigureAwait(false)).ToDictionary(entry => (entry.Text("code"), entry.Text("region")));
        var facts = await input.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (facts.All(fact => fact.Kind != AnswerRegister.Given))
        {
            return Nothing("No answer is on record.", "尚无答复记录。");
        }

        var owners = await input.ClientsAsync(cancellationToken: cancellationToken).Where(client => client.Text(Holder) is "owner").Select(client => client.Id).ToHashSetAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        var last = facts.Where(fact => !owners.Contains(fact.Client)).GroupBy(fact => fact.Client).Where(Open).SelectMany(client => client)
            .Where(fact => fact.Kind == AnswerRegister.Given).GroupBy(fact => (fact.Client, Code: fact.Details.Text("code"), Region: fact.Details.Text("region"))).Select(group => group.Last()).ToList();
        var rows = last.Select(fact => (Fact: fact, Now: current.GetValueOrDefault((fact.Details.Text("code"), fact.Details.Text("region"))))).Where(pair => pair.Now is null || pair.Now.Version != pair.Fact.Details.Number("version"))
            .OrderBy(pair => pair.Fact.Client).ThenBy(pair => pair.Fact.Details.Text("code"), StringComparer.Ordinal).ThenBy(pair => pair.Fact.Details.Text("region"), StringComparer.Ordinal).Select(Row).ToList();
        return new InsightResult
        {
            Figures =
            [
                new("prospects", new("Open prospects with an answer", "获答复的意向客户"), last.Select(fact => fact.Client).Distinct().Count(), MeasureUnit.Count),
                new("outdated", new("Of these told what no longer holds", "其中答复已失效"), rows.SelectMany(row => row.Clients).Distinct().Count(), MeasureUnit.Count) { Alert = rows.Count > 0 },
            ],
            Tables =
            [
                new("outdated", new("Answers to put right", "待更正的答复"),
                    [Column("client", "Client", "客户"), Column("answer", "Answer", "答复"), Column("given_on", "Given on", "答复日期"), Column("by", "Given by", "答复人"), Column("told", "Version told", "所告版本"), Column("now", "Version in force", "现行版本"), Column("state", "State", "状态")], rows),
            ],
        };
    }

    // Whoever signed or gave up is no prospect until the next answer is asked for.
    private static bool Open(IEnumerable<Touchpoint> facts) => facts.All(fact => fact.Kind == AnswerRegister.Given || facts.Any(answer => answer.Kind == AnswerRegister.Given && answer.OccurredOn > fact.OccurredOn));

    private static InsightRow Row((Touchpoint Fact, RegisterEntry? Now) pair)
    {
        var (fact, now) = pair;
        var told = fact.Details.Number("version");
        var version = told?.ToString(CultureInfo.InvariantCulture) ?? "?";
        return new(
            fact.Client, InsightCell.Same($"{fact.Details.Text("code")} ({fact.Details.Text("region")})"), (DateOnly?)fact.OccurredOn, InsightCell.Same(fact.By), told, now?.Version,
            now is null ? new LocalizedText($"version {version} is no longer in force", $"第{version}版已失效") : new LocalizedText($"version {version} was replaced", $"第{version}版已更新"))
        { Clients = [fact.Client] };
    }
}
