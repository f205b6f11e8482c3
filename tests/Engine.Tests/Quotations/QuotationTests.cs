using Clientele.Quotations;
using Microsoft.Data.Sqlite;

namespace Clientele.Engine.Tests.Quotations;

public sealed class QuotationTests
{
    private static readonly DateOnly May = new(2026, 5, 1);
    private static readonly DateOnly July = new(2026, 7, 1);

    [Fact]
    [Trait("Row", "S3-03")]
    public async Task Whoever_asks_gets_the_same_quotation_until_a_manager_supersedes_it_or_it_expires()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var subject = Rebar(await crm.ClientAsync("Harbour Authority"));
        var quotations = crm.Crm.Quotations;

        var first = await quotations.QuoteAsync(subject, 1_000, May, "A", until: July);
        var asked = await quotations.FindAsync(subject with { Item = "rebar  ", Spec = "hrb400 Ｄ16", Quantity = 150 }, May.AddDays(3));
        var again = await quotations.QuoteAsync(subject, 1_000, May.AddDays(3), "B");
        var conflict = await Assert.ThrowsAsync<ClienteleException>(() => quotations.QuoteAsync(subject, 950, May.AddDays(3), "B"));
        var unauthorised = await Assert.ThrowsAsync<ClienteleException>(() => quotations.SupersedeAsync(first.Entry.Id, 960, May.AddDays(4), "B", "seller", "competitor"));
        var superseded = await quotations.SupersedeAsync(first.Entry.Id, 960, May.AddDays(4), "C", "manager", "competitor at 955");

        Assert.Equal((first.Entry.Id, 1_000m), (asked!.Entry.Id, asked.Price));
        Assert.Equal((first.Entry.Id, 1_000m), (again.Entry.Id, again.Price));
        Assert.Equal((ErrorCodes.RegisterConflict, ErrorCodes.RoleMayNot), (conflict.Code, unauthorised.Code));
        Assert.Equal(960, (await quotations.FindAsync(subject, May.AddDays(4)))!.Price);
        Assert.Equal(960, (await quotations.QuoteAsync(subject, 960, May.AddDays(5), "A")).Price);
        Assert.Equal(960, (await quotations.QuoteAsync(subject, 960, May.AddDays(5), "B")).Price);
        Assert.Equal(960, (await quotations.FindAsync(subject, new(2026, 6, 30)))!.Price);
        Assert.Null(await quotations.FindAsync(subject, July));
        var next = await quotations.QuoteAsync(subject, 1_050, July, "B");
        Assert.Equal((1_050m, 3), (next.Price, next.Entry.Version));
        Assert.NotEqual(superseded.Quotation.Reference, first.Reference);
    }

    [Fact]
    [Trait("Row", "S3-03")]
    public async Task Fifty_who_quote_at_once_leave_one_active_row()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var subject = Rebar(await crm.ClientAsync("Harbour Authority"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => Task.Run(async () =>
        {
            try
            {
                return (await crm.Crm.Quotations.QuoteAsync(subject, number % 2 == 0 ? 1_000 : 990, May, $"Seller {number}")).Entry.Id;
            }
            catch (ClienteleException conflict) when (conflict.Code == ErrorCodes.RegisterConflict)
            {
                return default;
            }
        })));

        Assert.Single(answers.Distinct(), id => id != default);
        Assert.Equal(25, answers.Count(id => id != default));
        Assert.Equal(1, Scalar(crm, "SELECT count(*) FROM register_entry WHERE state = 'active'"));
    }

    [Fact]
    [Trait("Row", "S3-03")]
    public async Task The_database_itself_refuses_a_second_active_row()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        await crm.Crm.Quotations.QuoteAsync(Rebar(await crm.ClientAsync("Harbour Authority")), 1_000, May, "A");

        var refused = Assert.Throws<SqliteException>(() => Scalar(crm, """
            INSERT INTO register_entry (id, register, key, version, state, from_on, fields, author, role, because, source, recorded_at)
            SELECT randomblob(16), register, key, 2, 'active', '2026-05-02', fields, 'intruder', '', '', '', recorded_at FROM register_entry
            """));

        Assert.Contains("UNIQUE", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "S3-03")]
    public async Task Companies_of_one_group_are_one_customer_and_other_bands_and_items_are_not_the_same()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var (one, two, other) = (await crm.ClientAsync("Harbour North"), await crm.ClientAsync("Harbour South"), await crm.ClientAsync("Acme"));
        await crm.SetAsync(one, "core.customer_group", "Harbour", new(2025, 1, 1));
        await crm.SetAsync(two, "core.customer_group", "Harbour", new(2025, 1, 1));
        var quoted = await crm.Crm.Quotations.QuoteAsync(Rebar(one), 1_000, May, "A");

        Assert.Equal(quoted.Entry.Id, (await crm.Crm.Quotations.FindAsync(Rebar(two), May))!.Entry.Id);
        Assert.Null(await crm.Crm.Quotations.FindAsync(Rebar(other), May));
        Assert.Null(await crm.Crm.Quotations.FindAsync(Rebar(one) with { Quantity = 1_000 }, May));
        Assert.Null(await crm.Crm.Quotations.FindAsync(Rebar(one) with { Spec = "HRB500 d16" }, May));
    }

    [Fact]
    [Trait("Row", "S3-03")]
    public async Task Everybody_who_sent_the_old_quotation_is_told_when_it_is_void()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var client = await crm.ClientAsync("Harbour Authority");
        var quotation = await crm.Crm.Quotations.QuoteAsync(Rebar(client), 1_000, May, "A");
        await crm.Crm.Quotations.RecordSentAsync(quotation, client.Id, "A", May);
        await crm.Crm.Quotations.RecordSentAsync(quotation, client.Id, "B", May.AddDays(1));
        await crm.Crm.Quotations.RecordSentAsync(quotation, client.Id, "B", May.AddDays(1));

        var superseded = await crm.Crm.Quotations.SupersedeAsync(quotation.Entry.Id, 960, May.AddDays(4), "C", "manager", "competitor at 955");

        Assert.Equal([(client.Id, "A"), (client.Id, "B")], superseded.Told.OrderBy(told => told.By));
        var told = (await crm.Crm.Store.Touchpoints.TimelineAsync(client.Id, May.AddDays(4)).ToListAsync()).Where(touchpoint => touchpoint.Kind == "core.quotation_superseded").OrderBy(touchpoint => touchpoint.By).ToList();
        Assert.Equal([("A", quotation.Reference, superseded.Quotation.Reference), ("B", quotation.Reference, superseded.Quotation.Reference)], told.Select(touchpoint => (touchpoint.By, touchpoint.Details["quotation"], touchpoint.Details["replaced_by"])));
        await crm.Crm.Planner.PlanAsync(May.AddDays(4));
        var tasks = (await crm.Crm.Care.DueAsync(May.AddDays(5)).ToListAsync()).Where(task => task.Policy == "core.quotation_changed").OrderBy(task => task.Owner).ToList();
        Assert.Equal([("A", May.AddDays(5)), ("B", May.AddDays(5))], tasks.Select(task => (task.Owner, task.DueOn)));
        var late = await Assert.ThrowsAsync<ClienteleException>(() => crm.Crm.Quotations.RecordSentAsync(quotation, client.Id, "D", May.AddDays(5)));
        Assert.Equal(ErrorCodes.RegisterConflict, late.Code);
    }

    private static QuotationSubject Rebar(Client client) => new(client.Id, "Rebar", "HRB400 d16", 120);

    private static long Scalar(TemporaryCrm crm, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(crm.Folder, "clientele.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
