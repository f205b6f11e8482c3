using Clientele.Documents;
using Clientele.Practices;
using Clientele.Templating;

namespace Clientele.Tests.Documents;

public sealed class LetterGateTests
{
    private static readonly TemplateEngine Rules = new(new TemplateOptions());

    [Fact]
    public void A_letter_that_performs_a_contract_needs_no_consent() =>
        Assert.True(Consent().Check(SomeLetter.Facts() with { Letter = SomeLetter.Letter with { Purpose = "" }, Contact = null, Consents = [] }).Allowed);

    [Fact]
    public void A_letter_goes_to_a_person_who_agreed_to_its_purpose()
    {
        var result = Consent().Check(SomeLetter.Facts());

        Assert.True(result.Allowed);
        Assert.Empty(result.Refusals);
        Assert.NotNull(result.Require());
    }

    [Fact]
    public void Without_the_person_s_consent_the_letter_is_refused_with_the_clause_and_its_values()
    {
        var consent = SomeLetter.Facts().Consents[0];

        var result = Consent().Check(SomeLetter.Facts() with { Consents = [consent with { Purpose = "marketing" }, consent with { Granted = false }] });

        Assert.Null(result.Passed);
        var refusal = Assert.Single(result.Refusals);
        Assert.Equal("core.consent", refusal.Guard.Name);
        Assert.Equal("""letter.purpose == "" does not hold (letter.purpose = "service").""", refusal.Reasons[0].Text.En);
        Assert.Equal("""contact.consents | array.contains letter.purpose does not hold (contact.consents = [marketing], letter.purpose = "service").""", refusal.Reasons[1].Text.En);
        Assert.Equal("""contact.consents | array.contains letter.purpose 不成立（contact.consents = [marketing], letter.purpose = "service"）。""", refusal.Reasons[1].Text.Zh);
        Assert.Equal("marketing", refusal.Reasons[1].Facts["contact.consents"]);
        var error = Assert.Throws<ClienteleException>(() => result.Require());
        Assert.Equal(ErrorCodes.LetterRefused, error.Code);
        Assert.Contains("ask for consent", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_letter_with_a_purpose_to_nobody_in_particular_is_refused() =>
        Assert.Single(Consent().Check(SomeLetter.Facts() with { Contact = null, Consents = [] }).Refusals);

    [Theory]
    [InlineData("contact.core.attitude >= 0", "-1", "contact.core.attitude >= 0 does not hold (contact.core.attitude = -1).")]
    [InlineData("contact.core.attitude >= 0", null, "contact.core.attitude >= 0 cannot be decided, because contact.core.attitude is not known.")]
    [InlineData("contact.core.attitude >= 0", "1", null)]
    public void A_guard_reads_the_attributes_of_whom_the_letter_goes_to(string rule, string? attitude, string? refusal)
    {
        var definition = new AttributeDefinition { Name = "core.attitude", Title = new("Attitude", "态度"), Kind = ValueKind.Number, About = AttributeSubject.Contact };

        var result = Gate(rule).Check(SomeLetter.Facts() with { ContactAttributes = attitude is null ? [] : [new AttributeFact(definition, attitude)] });

        Assert.Equal(refusal, result.Refusals.SingleOrDefault()?.Reasons.Single().Text.En);
    }

    [Fact]
    public void Nobody_may_override_the_consent()
    {
        var facts = SomeLetter.Facts() with { Consents = [] };

        Assert.False(Consent().Check(facts, new GuardOverride("core.consent", "Chief", "", "because"), new GuardOverride("core.consent", "Chief", "manager", "because")).Allowed);
    }

    [Theory]
    [InlineData("manager", "The client asked for it by telephone.", true)]
    [InlineData("assistant", "The client asked for it by telephone.", false)]
    [InlineData("manager", " ", false)]
    public void A_guard_is_overridden_by_whoever_it_names_and_with_a_reason(string role, string because, bool allowed)
    {
        var gate = Gate("site.open_complaints == 0", "manager");
        var facts = SomeLetter.Facts() with { Measures = new Dictionary<string, decimal?> { ["site.open_complaints"] = 2 } };
        var decision = new GuardOverride("site.guard", "Li", role, because);

        var result = gate.Check(facts, decision);

        Assert.Equal(allowed, result.Allowed);
        Assert.Equal(allowed ? [decision] : [], result.Passed?.Overridden ?? []);
    }

    [Theory]
    [InlineData("site.open_complaints == 0")]
    [InlineData("site.class == \"public\"")]
    [InlineData("contact.role == \"decider\"")]
    [InlineData("!(site.open_complaints > 0)")]
    public void What_a_guard_does_not_know_it_refuses(string rule)
    {
        var refusal = Assert.Single(Gate(rule).Check(SomeLetter.Facts() with { Measures = new Dictionary<string, decimal?> { ["site.open_complaints"] = null } }).Refusals);

        Assert.Equal("clause_unknown", Assert.Single(refusal.Reasons).Code);
        Assert.Contains("is not known", refusal.Reasons[0].Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_meets_a_value_it_cannot_work_with_refuses()
    {
        var attribute = new AttributeFact(new AttributeDefinition { Name = "site.class", Title = new("Class", "类别") }, "public");

        var refusal = Assert.Single(Gate("site.class > 3").Check(SomeLetter.Facts() with { Attributes = [attribute] }).Refusals);

        Assert.Equal("guard_error", Assert.Single(refusal.Reasons).Code);
    }

    [Fact]
    public void A_negated_clause_that_fails_is_reported_as_the_negation()
    {
        var refusal = Assert.Single(Gate("!(client.kind == \"organisation\")").Check(SomeLetter.Facts()).Refusals);

        Assert.Equal("""!(client.kind == "organisation") does not hold (client.kind = "organisation").""", Assert.Single(refusal.Reasons).Text.En);
    }

    [Fact]
    public void Guards_read_attributes_by_their_kind()
    {
        var floors = new AttributeFact(new AttributeDefinition { Name = "site.floors", Title = new("Floors", "层数"), Kind = ValueKind.Number }, "12");
        var until = new AttributeFact(new AttributeDefinition { Name = "site.until", Title = new("Until", "至"), Kind = ValueKind.Date }, "2026-05-01");
        var vip = new AttributeFact(new AttributeDefinition { Name = "site.vip", Title = new("VIP", "贵宾"), Kind = ValueKind.Boolean }, "true");

        Assert.True(Gate("site.floors > 9 && site.until > \"2026-04-30\" && site.vip").Check(SomeLetter.Facts() with { Attributes = [floors, until, vip] }).Allowed);
    }

    private static LetterGate Consent()
    {
        var builder = new RegistrationBuilder(new Origin("clientele.core", "core"));
        new CorePractices().Configure(builder);
        return new LetterGate(builder.Build().Guards, Rules);
    }

    private static LetterGate Gate(string rule, string overridableBy = "") =>
        new([new Guard { Name = "site.guard", Title = new("Guard", "把关"), AllowedWhen = rule, Refusal = new("No.", "不可。"), OverridableBy = overridableBy }], Rules);
}
