using Clientele.Storage.PluginData;
using Clientele.Storage.Privacy;
using Clientele.Storage.Tests.PluginData;
using static Clientele.Storage.Tests.PluginData.MigratingStore;

namespace Clientele.Storage.Tests.Contacts;

public sealed class ContactAttributeTests : IAsyncLifetime
{
    private MigratingStore _store = null!;

    public async Task InitializeAsync() => _store = await OpenAsync();

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task A_person_s_attribute_is_a_dated_interval_as_a_client_s_is()
    {
        var person = await PersonAsync("a");
        await PutAsync(person, "p.attitude", "-1", Day);
        await PutAsync(person, "p.attitude", "1", Day.AddDays(10));
        await PutAsync(person, "p.attitude", "1", Day.AddDays(20));

        Assert.Empty(await OnAsync(person, Day.AddDays(-1)));
        Assert.Equal(["p.attitude=-1"], await OnAsync(person, Day.AddDays(9)));
        Assert.Equal(["p.attitude=1"], await OnAsync(person, Day.AddDays(10)));
        Assert.Equal(Day.AddDays(10), (await _store.Store.Clients.ContactAttributesAsync(person.Id, Day.AddDays(30))).Single().From);
    }

    [Fact]
    public async Task The_people_at_a_client_are_read_together_and_others_not()
    {
        var (a, b) = (await PersonAsync("a"), await PersonAsync("b"));
        await PutAsync(a, "p.attitude", "-1", Day);
        await PutAsync(b, "p.attitude", "2", Day);

        Assert.Equal([new ContactAttributeValue(a.Id, "p.attitude", "-1", Day)], await _store.Store.Clients.ContactAttributesAsync(a.Client, Day));
    }

    [Fact]
    public async Task What_changes_with_a_person_changes_with_the_client()
    {
        var person = await PersonAsync("a");
        var other = Some.Client("other");
        await _store.WriteAsync(batch => batch.SaveAsync(other));
        var end = await _store.EndAsync();

        await PutAsync(person, "p.attitude", "-1", Day);
        Assert.Equal([person.Client], await _store.ChangedAsync(end));

        end = await _store.EndAsync();
        await PutAsync(person, "p.attitude", "-1", Day.AddDays(1));
        Assert.Empty(await _store.ChangedAsync(end));

        await _store.WriteAsync(batch => batch.PutAsync(person with { Client = other.Id }));
        Assert.Equal(new[] { person.Client, other.Id }.Order(), await _store.ChangedAsync(end));
    }

    [Fact]
    public async Task A_migration_renames_and_converts_the_values_of_people_too()
    {
        var person = await PersonAsync("a");
        await PutAsync(person, "p.old", "1", Day);
        var end = await _store.EndAsync();

        Assert.Equal(1, (await _store.ChangeAsync(new RenameData(StoredName.Attribute, "p.old", "p.new"))).Changed);
        Assert.Equal(1, (await _store.ChangeAsync(new ScaleValues("p.new", 10))).Changed);
        Assert.Equal(["p.new=10"], await OnAsync(person, Day));
        Assert.Equal([person.Client], await _store.ChangedAsync(end));

        Assert.Equal(1, (await _store.ChangeAsync(new RemoveValues("p.new"))).Changed);
        Assert.Empty(await OnAsync(person, Day));
    }

    [Fact]
    public async Task What_a_plugin_brought_to_people_goes_with_it()
    {
        var person = await PersonAsync("a");
        await PutAsync(person, "p.old", "1", Day);
        await PutAsync(person, "q.other", "1", Day);

        await _store.WriteAsync(async batch => Assert.Equal(1, await batch.RemoveDataAsync("plugin", "p")));

        Assert.Equal(["q.other=1"], await OnAsync(person, Day));
    }

    [Fact]
    public async Task Of_a_person_who_is_erased_nothing_stays_and_nothing_comes_back()
    {
        var person = await PersonAsync("a");
        await PutAsync(person, "p.attitude", "-1", Day);
        var end = await _store.EndAsync();

        await _store.WriteAsync(batch => batch.EraseAsync(person.Id, Day));
        await PutAsync(person, "p.attitude", "2", Day.AddDays(1));

        Assert.Empty(await OnAsync(person, Day.AddDays(1)));
        Assert.Equal([person.Client], await _store.ChangedAsync(end));
    }

    private async Task<Contact> PersonAsync(string name)
    {
        var client = await _store.ClientAsync(name);
        var person = new Contact { Id = ContactId.From("test", name), Client = client.Id, Name = name };
        await _store.WriteAsync(batch => batch.PutAsync(person));
        return person;
    }

    private Task PutAsync(Contact person, string name, string value, DateOnly from) => _store.WriteAsync(batch => batch.PutAsync(new ContactAttributeValue(person.Id, name, value, from)));

    private async Task<IEnumerable<string>> OnAsync(Contact person, DateOnly day) =>
        (await _store.Store.Clients.ContactAttributesAsync(person.Id, day)).Select(value => $"{value.Name}={value.Value}");
}
