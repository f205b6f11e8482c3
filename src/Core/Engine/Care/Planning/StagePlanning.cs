namespace Clientele.Care;

/// <summary>Finds which matters in a stage are due for the follow-up chained to it.</summary>
internal sealed class StagePlanning(PlanningDay day, StagePolicy policy, IReadOnlySet<string> fulfilling)
{
    public async Task<IReadOnlyList<FollowUp>> WantedAsync(CancellationToken cancellationToken)
    {
        var wanted = new List<FollowUp>();
        await foreach (var (matter, stage) in day.Store.Matters.InStageAsync(day.AsOf, policy.MatterType, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (stage.Stage == policy.Stage && day.Population.Includes(policy, matter.Client) && Due(stage) <= day.Until
                && await day.Store.Touchpoints.FirstAsync(matter.Client, fulfilling, stage.From, day.AsOf, matter.Id, cancellationToken).ConfigureAwait(false) is null)
            {
                wanted.Add(FollowUp(matter, stage));
            }
        }

        wanted.Sort(static (left, right) => left.Client.CompareTo(right.Client) is var byClient and not 0 ? byClient : left.Id.CompareTo(right.Id));
        return wanted;
    }

    private DateOnly Due(MatterStage stage) => day.After(stage.From, policy.AfterDays, policy.InWorkingDays);

    private FollowUp FollowUp(Matter matter, MatterStage stage)
    {
        var due = Due(stage);
        var title = day.Catalogue.MatterTypes[policy.MatterType].Stages.First(item => item.Name == stage.Stage).Title;
        return new FollowUp
        {
            Id = FollowUpId.From(policy.Name, $"{matter.Id}|{ReasonFacts.Day(stage.From)}"),
            Client = matter.Client,
            Matter = matter.Id,
            Policy = policy.Name,
            DueOn = due,
            CountsFrom = stage.From,
            Reasons =
            [
                new("stage", new(
                    $"'{matter.Title}' has been in stage '{title.En}' since {ReasonFacts.Day(stage.From)}; due {policy.AfterDays} {(policy.InWorkingDays ? "working days" : "days")} later, on {ReasonFacts.Day(due)}.",
                    $"“{matter.Title}”自 {ReasonFacts.Day(stage.From)} 起处于“{title.Zh}”阶段，应于 {policy.AfterDays} {(policy.InWorkingDays ? "个工作日" : "天")}后即 {ReasonFacts.Day(due)} 跟进。"))
                {
                    Facts = ReasonFacts.Of(("stage", stage.Stage), ("since", ReasonFacts.Day(stage.From)), ("after_days", ReasonFacts.Number(policy.AfterDays)), ("due_on", ReasonFacts.Day(due))),
                },
            ],
        };
    }
}
