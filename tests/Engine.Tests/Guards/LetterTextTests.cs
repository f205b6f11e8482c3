using Clientele.Documents;
using Clientele.Quotations;
using Clientele.Storage.Guarding;

namespace Clientele.Engine.Tests.Guards;

/// <summary>What the gate finds in a letter once it is rendered, and in a batch of letters.</summary>
public sealed class LetterTextTests
{
    private static readonly DateOnly Day = new(2026, 9, 20);

    [Theory]
    [Trait("Row", "S1-22")]
    [InlineData("此次延误系贵方过错所致。", "过错")]
    [InlineData("贵方已构成违约。", "违约")]
    [InlineData("我们认为责任在贵方。", "责任在贵方")]
    public async Task A_letter_that_blames_is_refused_with_the_place_of_the_word(string sentence, string word)
    {
        await using var firm = await LetterFirm.OpenAsync(("letter.zh-CN.md", $"# 关于工程延误\n\n我们共同补救。\n\n{sentence}\n"));
        var client = await firm.ClientAsync("杭州中心", "陈静");

        var written = await firm.WriteAsync(client, Day);

        Assert.Null(written.Letter);
        var refusal = Assert.Single(written.Gate.Refusals);
        Assert.Equal("core.no_blame", refusal.Guard.Name);
        // Counted as printed: a Chinese paragraph begins with two full-width spaces.
        Assert.Equal((word, "3", $"{sentence.IndexOf(word, StringComparison.Ordinal) + 3}"), (refusal.Reasons[0].Facts["text"], refusal.Reasons[0].Facts["line"], refusal.Reasons[0].Facts["column"]));
    }

    [Fact]
    [Trait("Row", "S1-22")]
    public async Task Blame_in_English_counts_as_whole_words_and_legal_may_override_it()
    {
        await using var firm = await LetterFirm.OpenAsync(("letter.en.md", "# Delay\n\nThis was Your Fault, not a default.\n"), ("letter.zh-CN.md", "# 延误\n\n请谅解。\n"));
        var client = await firm.ClientAsync("Harbour", "Mary Chen", "en");

        var written = await firm.WriteAsync(client, Day);
        var overridden = await firm.WriteAsync(client, Day, new GuardOverride("core.no_blame", "Counsel", "legal", "formal notice agreed with the board"));
        await firm.Crm.Crm.Letters.ArchiveAsync(overridden);

        Assert.Equal("'your fault' in line 1, column 10.", written.Gate.Refusals.Single().Reasons.Single().Text.En);
        Assert.NotNull(overridden.Letter);
        var log = Assert.Single(await firm.Crm.Crm.Store.GuardDecisions.AllAsync(client).ToListAsync());
        Assert.Equal(("letter", "core.no_blame", GuardOutcome.Overridden, "Counsel", "legal", "formal notice agreed with the board"), (log.Subject, log.Guard, log.Outcome, log.Person, log.Role, log.Because));
    }

    [Fact]
    [Trait("Row", "S3-03")]
    public async Task A_letter_prints_only_a_quotation_that_is_in_force_for_its_client()
    {
        await using var firm = await LetterFirm.OpenAsync(("letter.zh-CN.md", "# 报价\n\n报价编号 {{ client.firm.note }}。\n"));
        var (client, other) = (await firm.ClientAsync("杭州中心", "陈静"), await firm.ClientAsync("宁波中心", "李明"));
        var quotation = await firm.Crm.Crm.Quotations.QuoteAsync(new QuotationSubject(client, "钢筋", "d16", 100), 1_000, Day.AddDays(-10), "甲");
        await firm.NoteAsync(client, quotation.Reference);
        await firm.NoteAsync(other, quotation.Reference);

        var good = await firm.WriteAsync(client, Day);
        var others = await firm.WriteAsync(other, Day);
        await firm.Crm.Crm.Quotations.SupersedeAsync(quotation.Entry.Id, 960, Day, "乙", "manager", "竞争");
        var old = await firm.WriteAsync(client, Day);

        Assert.Contains(quotation.Reference, good.Letter!.Text, StringComparison.Ordinal);
        Assert.StartsWith("QT-", quotation.Reference, StringComparison.Ordinal);
        Assert.Contains("another customer's", others.Gate.Refusals.Single().Reasons[0].Text.En, StringComparison.Ordinal);
        Assert.Equal(("core.active_quotation", "void_quotation"), (old.Gate.Refusals.Single().Guard.Name, old.Gate.Refusals.Single().Reasons[0].Code));
    }

    [Fact]
    [Trait("Row", "S1-20")]
    public async Task A_marketing_letter_waits_for_its_time_and_says_until_when()
    {
        await using var firm = await LetterFirm.OpenAsync("marketing", ("letter.zh-CN.md", "# 新项目\n\n欢迎了解。\n"));
        var client = await firm.ClientAsync("杭州中心", "陈静");
        await firm.ConsentAsync(client, "marketing");
        await firm.Crm.WriteAsync(batch => batch.AppendAsync(new Touchpoint { Id = TouchpointId.From("test", "change"), Client = client, Kind = "core.leadership_changed", OccurredOn = Day.AddDays(-5) }));

        var written = await firm.WriteAsync(client, Day);

        Assert.Equal("core.leadership_change", written.Gate.Refusals.Single().Guard.Name);
        Assert.Contains("2026-10-15", written.Gate.Refusals.Single().Guard.Refusal.En, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "S2-34")]
    public async Task Three_letters_that_differ_in_the_name_alone_are_refused_as_a_batch_with_the_pairs()
    {
        await using var firm = await LetterFirm.OpenAsync("greeting", ("letter.zh-CN.md", "# 中秋问候\n\n{{ contact.name }}您好，{{ client.name }}一年来支持我们，值此中秋佳节，祝阖家团圆，事业兴旺。{{ owner }}敬上。\n"));
        var letters = await firm.WriteAllAsync(Day, ("杭州中心", "陈静"), ("宁波港务集团", "李明"), ("温州大学", "欧阳修远"));

        var result = await firm.Crm.Crm.Batches.CheckAsync(letters, new BatchRules { LeastFacts = 0 });

        Assert.False(result.Allowed);
        Assert.Equal(["0,1", "0,2", "1,2"], result.Refusals.Where(refusal => refusal.Reason.Code == "alike").Select(refusal => string.Join(',', refusal.Letters)).Order(StringComparer.Ordinal));
        Assert.All(result.Refusals, refusal => Assert.Equal("1", refusal.Reason.Facts["similarity"]));
        Assert.Contains("杭州中心", result.Refusals[0].Reason.Text.Zh, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "S2-34")]
    public async Task Personal_letters_are_accepted_and_last_year_s_text_is_not()
    {
        await using var firm = await LetterFirm.OpenAsync("greeting", ("letter.zh-CN.md", "# 中秋问候\n\n{{ client.firm.note }}\n\n{{ client.core.region }}的{{ owner }}敬上，祝中秋安康。\n"));
        var notes = new[] { "六月在工地谈到的屋面防水方案，我们已请设计院复核，节后给您送去图纸。", "您喜欢的龙井今年采得早，上次会上提到的招标答疑，我们整理成册随信寄上。", "令嫒考上大学，全组同事都为您高兴；码头三期的沉降观测数据一切正常。" };
        var names = new[] { ("杭州中心", "陈静"), ("宁波港务集团", "李明"), ("温州大学", "欧阳修远") };
        for (var index = 0; index < names.Length; index++)
        {
            var client = await firm.ClientAsync(names[index].Item1, names[index].Item2);
            await firm.NoteAsync(client, notes[index]);
            await firm.Crm.WriteAsync(batch => batch.PutAsync(new AttributeValue(client, "core.region", new[] { "杭州", "宁波", "温州" }[index], new(2025, 1, 1))));
        }

        var letters = await firm.WriteAllAsync(Day, names);
        var accepted = await firm.Crm.Crm.Batches.CheckAsync(letters);
        foreach (var letter in letters)
        {
            await firm.Crm.Crm.Letters.ArchiveAsync(letter);
        }

        var nextYear = await firm.WriteAllAsync(new(2027, 9, 15), names);
        var again = await firm.Crm.Crm.Batches.CheckAsync(nextYear);

        Assert.Empty(accepted.Refusals);
        Assert.Equal(3, again.Refusals.Count(refusal => refusal.Reason.Code == "same_as_before"));
        Assert.Contains("2026-09-20", again.Refusals[0].Reason.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "S2-34")]
    public async Task A_greeting_without_personal_facts_or_representative_is_refused_alone()
    {
        await using var firm = await LetterFirm.OpenAsync("greeting", ("letter.zh-CN.md", "# 中秋问候\n\n祝中秋快乐。\n"));
        var letters = await firm.WriteAllAsync(Day, ("杭州中心", "陈静"));
        await firm.Crm.WriteAsync(batch => batch.PutAsync(new Ownership(letters[0].Facts.Client.Id, "service", "", new(2026, 9, 1))));

        var result = await firm.Crm.Crm.Batches.CheckAsync([letters[0] with { Facts = letters[0].Facts with { Owner = "" } }]);

        Assert.Equal(["impersonal", "no_representative"], result.Refusals.Select(refusal => refusal.Reason.Code));
    }
}
