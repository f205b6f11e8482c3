using Clientele.Storage.Writing;

namespace Clientele.Storage.Tests.Properties;

/// <summary>What holds from a day on: attribute values, owners and memberships, back-dated in any order.</summary>
public sealed class IntervalProperties
{
    private static readonly Client Client = Some.Client("a");
    private static readonly string[] Values = ["north", "south", "west"];

    [Fact]
    public void Attributes_answer_for_every_day_as_a_list_of_changes_would() => Steps.Hold(Steps.Any(25), async steps =>
    {
        var model = new SortedDictionary<DateOnly, string>();
        await using var temporary = new TemporaryStore();
        await temporary.OpenAsync();
        await using (var batch = await temporary.Store.BeginAsync())
        {
            await batch.SaveAsync(Client);
            foreach (var step in steps)
            {
                var (day, value) = (step.Day(1), Values[step.Choose(2, 3)]);
                var before = Of(model, day);
                var result = await batch.PutAsync(new AttributeValue(Client.Id, "core.region", value, day));
                Assert.Equal(before == value ? PutResult.Unchanged : before is null ? PutResult.Added : PutResult.Changed, result);
                if (before != value)
                {
                    model[day] = value;
                }

                await batch.PutAsync(new Ownership(Client.Id, "marketer", value, day));
            }

            await batch.CommitAsync();
        }

        foreach (var day in Days())
        {
            var expected = Of(model, day);
            var attributes = await temporary.Store.Clients.AttributesAsync(Client.Id, day);
            var owners = await temporary.Store.Clients.OwnersAsync(Client.Id, day);
            Assert.Equal(expected is null ? [] : [expected], attributes.Select(attribute => attribute.Value));
            Assert.Equal(expected is null ? [] : [expected], owners.Select(owner => owner.Person));
            Assert.All(attributes, attribute => Assert.True(attribute.From <= day && (attribute.Until is not { } until || until > day)));
        }
    });

    [Fact]
    public void Memberships_answer_for_every_day_as_a_calendar_would() => Steps.Hold(Steps.Any(25), async steps =>
    {
        var calendar = new Dictionary<DateOnly, (int Assignment, string Segment)>();
        await using var temporary = new TemporaryStore();
        await temporary.OpenAsync();
        await using (var batch = await temporary.Store.BeginAsync())
        {
            await batch.SaveAsync(Client);
            foreach (var step in steps)
            {
                var segment = step.Choose(2, 4) is var n and < 3 ? Values[n] : null;
                await batch.AssignAsync(Client.Id, "core.abc", segment, step.Day(1), "1", new Dictionary<string, string>());
                Assign(calendar, step.Day(1), segment);
            }

            await batch.CommitAsync();
        }

        var history = await temporary.Store.Memberships.HistoryAsync(Client.Id, "core.abc");
        Assert.All(history.Zip(history.Skip(1)), pair => Assert.True(pair.First.Until <= pair.Second.From));
        foreach (var day in Days())
        {
            var memberships = await temporary.Store.Memberships.OfClientAsync(Client.Id, day);
            Assert.Equal(calendar.TryGetValue(day, out var held) ? [held.Segment] : [], memberships.Select(membership => membership.Segment));
        }
    });

    /// <summary>Day by day: an assignment takes the rest of the one it falls into, or the free days up to the next.</summary>
    private static void Assign(Dictionary<DateOnly, (int Assignment, string Segment)> calendar, DateOnly from, string? segment)
    {
        var assignment = calendar.Count == 0 ? 0 : calendar.Values.Max(held => held.Assignment) + 1;
        int? replaced = calendar.TryGetValue(from, out var before) ? before.Assignment : null;
        foreach (var day in Days().Where(day => day >= from).TakeWhile(day => (calendar.TryGetValue(day, out var held) ? held.Assignment : (int?)null) == replaced).ToList())
        {
            calendar.Remove(day);
            if (segment is not null)
            {
                calendar[day] = (assignment, segment);
            }
        }
    }

    private static IEnumerable<DateOnly> Days() => Enumerable.Range(0, 73).Select(new DateOnly(2024, 1, 24).AddDays);

    private static T? Of<T>(SortedDictionary<DateOnly, T> changes, DateOnly day)
        where T : class? => changes.LastOrDefault(change => change.Key <= day).Value;
}
