using Clientele.Storage;

namespace Clientele.Care;

/// <summary>Finds which matters in a stage are due for the follow-up chained to it.</summary>
internal sealed class StagePlanning(Store store, Catalogue catalogue, StagePolicy policy, IReadOnlySet<string> fulfilling)
{
    public async Task<IReadOnlyList<FollowUp>> WantedAsync(DateOnly asOf, DateOnly horizon, CancellationToken cancellationToken)
    {
        var wanted = new List<FollowUp>();
        await foreach (var (matter, stage) in store.Matters.InStageAsync(asOf, policy.MatterType, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (stage.Stage == policy.Stage && stage.From.AddDays(policy.AfterDays) <= horizon
                && await store.Touchpoints.FirstAsync(matter.Client, fulfilling, stage.From, asOf, matter.Id, cancellationToken).ConfigureAwait(false) is null)
            {
                wanted.Add(FollowUp(matter, stage) with { Owner = await store.OwnerAsync(matter.Client, policy.OwnerRole, asOf, cancellationToken).ConfigureAwait(false) });
            }
        }

        wanted.Sort(static (left, right) => left.Client.CompareTo(right.Client) is var byClient and not 0 ? byClient : left.Id.CompareTo(right.Id));
        return wanted;
    }

    private FollowUp FollowUp(Matter matter, MatterStage stage)
    {
        var due = stage.From.AddDays(policy.AfterDays);
        var title = catalogue.MatterTypes[policy.MatterType].Stages.First(item => item.Name == stage.Stage).Title;
        return new FollowUp
        {
            Id = FollowUpId.From(policy.Name, $"{matter.Id}|{CadencePlanning.Day(stage.From)}"),
            Client = matter.Client,
            Matter = matter.Id,
            Policy = policy.Name,
            DueOn = due,
            CountsFrom = stage.From,
            Reasons =
            [
                new("stage", new(
                    $"'{matter.Title}' has been in stage '{title.En}' since {CadencePlanning.Day(stage.From)}; due {policy.AfterDays} days later, on {CadencePlanning.Day(due)}.",
                    $"“{matter.Title}”自 {CadencePlanning.Day(stage.From)} 起处于“{title.Zh}”阶段，应于 {policy.AfterDays} 天后即 {CadencePlanning.Day(due)} 跟进。"))
                {
                    Facts = CadencePlanning.Facts(("stage", stage.Stage), ("since", CadencePlanning.Day(stage.From)), ("after_days", CadencePlanning.Number(policy.AfterDays)), ("due_on", CadencePlanning.Day(due))),
                },
            ],
        };
    }
}
