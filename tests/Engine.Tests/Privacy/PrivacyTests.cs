using Clientele.Privacy;
using FsCheck;
using FsCheck.Fluent;

namespace Clientele.Engine.Tests.Privacy;

public sealed class PrivacyTests
{
    private static readonly DateOnly Day = new(2026, 5, 1);

    [Fact]
    [Trait("Row", "S0-08")]
    public async Task A_designer_sees_a_masked_number_and_leaves_no_trace_and_the_owner_sees_it_all_and_leaves_one()
    {
        await using var crm = await OpenAsync();
        var client = await ClientAsync(crm);

        var designer = await crm.Crm.Privacy.ReadAsync(client.Id, new("Designer Li", "designer", "curious"), Day);
        var traces = await crm.Crm.Privacy.RecordAsync().CountAsync();
        var owner = await crm.Crm.Privacy.ReadAsync(client.Id, new("Zhou Wei", "marketer", "return visit"), Day);

        Assert.Equal(("139****5678", "c****@example.com", false), (designer.Contacts[0].Phone, designer.Contacts[0].Email, designer.Full));
        Assert.Equal("****", designer.Attributes.Single(value => value.Name == "firm.identity").Value);
        Assert.Equal("杭州", designer.Attributes.Single(value => value.Name == "core.region").Value);
        Assert.Equal(0, traces);
        Assert.Equal(("13912345678", true), (owner.Contacts[0].Phone, owner.Full));
        var trace = Assert.Single(await crm.Crm.Privacy.RecordAsync(client.Id).ToListAsync());
        Assert.Equal(("Zhou Wei", "read", "phone, email, firm.identity", "return visit", Day), (trace.Person, trace.Action, trace.Fields, trace.Because, trace.On));
    }

    [Fact]
    [Trait("Row", "S0-08")]
    public async Task An_export_is_recorded_for_those_who_may_and_refused_not_masked_for_the_others()
    {
        await using var crm = await OpenAsync();
        var client = await ClientAsync(crm);

        var denied = await Assert.ThrowsAsync<ClienteleException>(() => crm.Crm.Privacy.ExportAsync(client.Id, new("Designer Li", "designer", "backup"), Day));
        var unsaid = await Assert.ThrowsAsync<ClienteleException>(() => crm.Crm.Privacy.ExportAsync(client.Id, new("Officer", "privacy_officer"), Day));
        var export = await crm.Crm.Privacy.ExportAsync(client.Id, new("Officer", "privacy_officer", "asked by the person"), Day);
        var former = await crm.Crm.Privacy.ReadAsync(client.Id, new("Zhou Wei", "marketer", "habit"), new(2024, 12, 31));

        Assert.Equal((ErrorCodes.AccessDenied, ErrorCodes.RecordInvalid), (denied.Code, unsaid.Code));
        Assert.Equal("13912345678", export.Contacts[0].Phone);
        Assert.False(former.Full);
        Assert.Equal(["export"], (await crm.Crm.Privacy.RecordAsync().ToListAsync()).Select(trace => trace.Action));
    }

    [Fact]
    [Trait("Row", "S0-08")]
    public async Task Erasing_a_person_keeps_touchpoints_and_sales_and_no_import_brings_the_person_back()
    {
        await using var crm = await OpenAsync();
        var client = await ClientAsync(crm);
        var contact = (await crm.Crm.Store.Clients.ContactsAsync(client.Id))[0];
        await crm.WriteAsync(batch => batch.AppendAsync(new Touchpoint { Id = TouchpointId.From("test", "sale"), Client = client.Id, Contact = contact.Id, Kind = "core.sale", OccurredOn = Day, Amount = new Money(500, "CNY") }));
        var before = (await crm.MeasureAsync(client, "core.sales", Day), await crm.Crm.Store.Touchpoints.TimelineAsync(client.Id, Day).CountAsync());

        var denied = await Assert.ThrowsAsync<ClienteleException>(() => crm.Crm.Privacy.EraseAsync(contact.Id, client.Id, new("Designer Li", "designer", "tidy"), Day));
        await crm.Crm.Privacy.EraseAsync(contact.Id, client.Id, new("Zhou Wei", "marketer", "asked by the person"), Day);
        await crm.WriteAsync(batch => batch.PutAsync(contact));
        var twice = await Assert.ThrowsAsync<ClienteleException>(() => crm.Crm.Privacy.EraseAsync(contact.Id, client.Id, new("Zhou Wei", "marketer", "again"), Day));

        Assert.Equal((ErrorCodes.AccessDenied, ErrorCodes.NotFound), (denied.Code, twice.Code));
        Assert.Equal(before, (await crm.MeasureAsync(client, "core.sales", Day), await crm.Crm.Store.Touchpoints.TimelineAsync(client.Id, Day).CountAsync()));
        Assert.Equal((500m, 1), before);
        Assert.Empty(await crm.Crm.Store.Clients.ContactsAsync(client.Id));
        Assert.Equal(contact.Id, (await crm.Crm.Store.Touchpoints.TimelineAsync(client.Id, Day).SingleAsync()).Contact);
        foreach (var file in Directory.GetFiles(crm.Folder, "clientele.db"))
        {
            using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={file};Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) FROM contact WHERE name <> '' OR phone <> '' OR email <> ''";
            Assert.Equal(0L, command.ExecuteScalar());
        }

        Assert.Equal(["erase"], (await crm.Crm.Privacy.RecordAsync().ToListAsync()).Select(trace => trace.Action));
    }

    [Theory]
    [InlineData("13912345678", "139****5678")]
    [InlineData("+86 139 1234 5678", "861****5678")]
    [InlineData("0571-5550", "****50")]
    [InlineData("12345", "****")]
    [InlineData("", "")]
    [Trait("Row", "S0-08")]
    public void A_number_is_masked_by_its_length(string phone, string masked) => Assert.Equal(masked, Masking.Phone(phone));

    [Fact]
    public void Masking_never_leaks_more_than_its_rule()
    {
        var phones = Gen.Elements("0123456789 +-()转".ToCharArray()).ArrayOf().Select(characters => new string(characters)).ToArbitrary();
        var texts = Gen.Elements("ab@.é😀陈".ToCharArray()).ArrayOf().Select(characters => new string(characters)).ToArbitrary();

        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(phones, phone =>
        {
            var digits = phone.Count(char.IsAsciiDigit);
            var shown = Masking.Phone(phone).Count(char.IsAsciiDigit);
            return shown <= (digits >= 11 ? 7 : digits >= 7 ? 2 : 0) && digits - shown >= Math.Min(digits, 4);
        }));
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(texts, text =>
        {
            var masked = Masking.Email(text);
            var at = text.LastIndexOf('@');
            var shown = at > 1 ? masked[..^(text.Length - at)] : masked;
            return text.Length == 0 ? masked.Length == 0 : shown == Masking.Hidden || (at > 1 && shown == text[..1] + Masking.Hidden);
        }));
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(texts, text => Masking.Value(text) == (text.Length == 0 ? "" : Masking.Hidden)));
    }

    private static Task<TemporaryCrm> OpenAsync() => TemporaryCrm.OpenAsync(("firm", builder => builder.Attributes(new AttributeDefinition { Name = "firm.identity", Title = new("Identity number", "证件号码"), Class = FieldClass.Sensitive })));

    private static async Task<Client> ClientAsync(TemporaryCrm crm)
    {
        var client = await crm.ClientAsync("Harbour Authority");
        await crm.WriteAsync(async batch =>
        {
            await batch.PutAsync(new Contact { Id = ContactId.From("test", "p1"), Client = client.Id, Name = "陈静", Phone = "13912345678", Email = "chen@example.com", Primary = true, Source = "test", ExternalId = "p1" });
            await batch.PutAsync(new Ownership(client.Id, "marketer", "Zhou Wei", new(2025, 1, 1)));
            await batch.PutAsync(new AttributeValue(client.Id, "firm.identity", "330102198001011234", new(2025, 1, 1)));
            await batch.PutAsync(new AttributeValue(client.Id, "core.region", "杭州", new(2025, 1, 1)));
        });
        return client;
    }
}
