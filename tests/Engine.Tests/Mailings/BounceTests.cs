using Clientele.Mailings;
using Clientele.Storage;

namespace Clientele.Tests.Mailings;

/// <summary>A letter that came back holds back the next one to the address.</summary>
public sealed class BounceTests
{
    // The example of RFC 3464, appendix E.1, shortened.
    private const string Rfc = """
        Date: Thu, 7 Jul 1994 17:16:05 -0400
        From: Mail Delivery Subsystem <MAILER-DAEMON@CS.UTK.EDU>
        To: <owner-info-mime@cs.utk.edu>
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status;
              boundary="RAA14128.773615765/CS.UTK.EDU"
        Subject: Returned mail: Cannot send message for 5 days

        --RAA14128.773615765/CS.UTK.EDU

        The original message was received at Sat, 2 Jul 1994 17:10:28 -0400

        --RAA14128.773615765/CS.UTK.EDU
        content-type: message/delivery-status

        Reporting-MTA: dns; cs.utk.edu

        Original-Recipient: rfc822;louisl@larry.slip.umd.edu
        Final-Recipient: rfc822;louisl@larry.slip.umd.edu
        Action: failed
        Status: 4.0.0
        Diagnostic-Code: smtp; 426 connection timed out
        Last-Attempt-Date: Thu, 7 Jul 1994 17:15:49 -0400

        --RAA14128.773615765/CS.UTK.EDU
        content-type: message/rfc822

        [original message goes here]

        --RAA14128.773615765/CS.UTK.EDU--
        """;

    [Fact]
    public void The_example_of_the_standard_is_read() =>
        Assert.Equivalent(new BouncedRecipient("louisl@larry.slip.umd.edu", true, "4.0.0", []), Assert.Single(BounceReport.Read(Rfc)));

    [Theory]
    [InlineData("Final-Recipient: rfc822; a@example.com\nAction: failed\nStatus: 5.1.1", true)]
    [InlineData("final-recipient: RFC822;<a@example.com>\r\naction: Failed (permanent)\r\nSTATUS: 5.1.1 (bad mailbox)", true)]
    [InlineData("Final-Recipient:\n  rfc822; a@example.com\nStatus: 5.1.1", true)]
    [InlineData("Final-Recipient: a@example.com\nStatus: 5.1.1", true)]
    [InlineData("Final-Recipient: rfc822; A@EXAMPLE.com\nAction: delayed\nStatus: 5.1.1", false)]
    [InlineData("Final-Recipient: rfc822; a@example.com\nAction: relayed\nStatus: 5.1.1", false)]
    public void Reports_are_read_as_servers_write_them(string fields, bool failed)
    {
        var recipient = Assert.Single(BounceReport.Read("Subject: Undelivered\n\n" + fields + "\n"));

        Assert.Equal(("a@example.com", failed, "5.1.1"), (recipient.Address.ToLowerInvariant(), recipient.Failed, recipient.Status));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Subject: I am on holiday\n\nBack on Monday.")]
    [InlineData("Final-Recipient: rfc822; not an address\nAction: failed")]
    public async Task What_is_no_report_is_refused(string text)
    {
        await using var crm = await MailingCrm.OpenAsync();

        var error = await Assert.ThrowsAsync<ClienteleException>(() => crm.Crm.Mailings.TakeInBounceAsync(text, MailingCrm.Day));

        Assert.Equal(ErrorCodes.BounceUnreadable, error.Code);
    }

    [Fact]
    public async Task A_bounce_holds_back_the_next_letter_to_the_address_until_it_is_corrected_or_cleared()
    {
        await using var crm = await MailingCrm.OpenAsync();
        var client = await crm.ClientAsync("Ready", email: "Gone@Example.com");
        var first = await crm.PlanAsync();
        using var transport = new NotedTransport();
        await crm.SendAsync(first, transport);
        var report = $"Final-Recipient: rfc822; gone@example.com\nAction: failed\nStatus: 5.1.1\n\nMessage-ID: <{transport.Sent[0].Document:N}@firm.example>\n";

        var taken = Assert.Single(await crm.Crm.Mailings.TakeInBounceAsync(report, MailingCrm.Day));
        var again = Assert.Single(await crm.Crm.Mailings.TakeInBounceAsync(report, MailingCrm.Day));

        Assert.Equal((true, true, client.Id), (taken.Held, taken.New, taken.Client!.Value));
        Assert.False(again.New);
        Assert.Equal(["core.letter_bounced", "core.letter_sent"], (await crm.Store.Touchpoints.TimelineAsync(client.Id, MailingCrm.Day).ToListAsync()).Select(touchpoint => touchpoint.Kind).Order(StringComparer.Ordinal));
        Assert.Equal("core.bounced_address", (await NextAsync("held")).Reasons[0].Facts["guard"]);

        await crm.ClientAsync("Ready", email: "here@example.com");
        Assert.Equal(EntryState.Planned, (await NextAsync("corrected")).State);

        await crm.ClientAsync("Ready", email: "gone@example.com");
        Assert.True(await crm.Crm.Mailings.ClearBouncesAsync("GONE@example.com"));
        Assert.Equal(EntryState.Planned, (await NextAsync("cleared")).State);

        async Task<MailingEntry> NextAsync(string occasion) => (await crm.EntriesAsync(await crm.PlanAsync(occasion)))["Ready"];
    }

    [Fact]
    public async Task A_delay_holds_nothing_back()
    {
        await using var crm = await MailingCrm.OpenAsync();
        await crm.ClientAsync("Ready", email: "slow@example.com");

        var taken = Assert.Single(await crm.Crm.Mailings.TakeInBounceAsync("Final-Recipient: rfc822; slow@example.com\nAction: delayed\nStatus: 4.4.1\n", MailingCrm.Day));

        Assert.False(taken.Held);
        Assert.Equal(EntryState.Planned, (await crm.EntriesAsync(await crm.PlanAsync()))["Ready"].State);
    }
}
