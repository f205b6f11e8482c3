using Clientele.Templating;

namespace Clientele;

/// <summary>Checks registrations against each other: names claimed twice, names outside the prefix, references to what is not there, rules that do not hold up.</summary>
internal sealed class RegistrationCheck(IReadOnlyList<Registration> registrations, RuleCheck? check)
{
    // What a guard may read besides measures and attributes; Guard documents the list.
    private static readonly (string Name, RuleValueKind Kind)[] GuardNames =
    [
        ("letter.name", RuleValueKind.Text), ("letter.purpose", RuleValueKind.Text), ("contact.known", RuleValueKind.Flag), ("contact.bounced", RuleValueKind.Flag),
        ("contact.role", RuleValueKind.Text), ("contact.consents", RuleValueKind.List), ("contact.refusals", RuleValueKind.List),
        ("action.kind", RuleValueKind.Text), ("action.purpose", RuleValueKind.Text), ("action.amount", RuleValueKind.Number), ("action.year_total", RuleValueKind.Number),
        ("client.open_matters", RuleValueKind.List), ("client.overdue_promises", RuleValueKind.Number), ("letter.pending_promises", RuleValueKind.Number), ("letter.holding", RuleValueKind.Flag),
    ];

    private readonly List<RegistrationProblem> _problems = [];

    public List<RegistrationProblem> Run()
    {
        var names = new RegisteredNames(registrations);
        foreach (var claim in names.ClaimedTwice())
        {
            Duplicate(claim);
        }

        foreach (var registration in registrations)
        {
            Prefix(registration);
            new MigrationNames(registration, _problems).Check();
            new ReferenceCheck(registration, names.SeenBy(registration), _problems).Run();
            if (check is not null)
            {
                Rules(registration, names.SeenBy(registration), check);
            }
        }

        return _problems;
    }

    private void Duplicate(IGrouping<Claim, Registration> claim)
    {
        var (space, name) = claim.Key;
        var rightful = claim.Where(registration => IsOwn(registration, name)).ToList();

        // A name belongs to the prefix it begins with: whoever claims it from outside falls, and the owner stays. Owners who collide all fall.
        var guilty = rightful.Count == 1 ? claim.Where(registration => registration != rightful[0]) : claim;
        var claimants = string.Join(" and ", claim.Select(registration => $"'{registration.Origin.Id}'").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        foreach (var origin in guilty.Select(registration => registration.Origin).Distinct())
        {
            _problems.Add(new(
                ErrorCodes.RegistrationDuplicate,
                origin.Id,
                $"The {RegisteredNames.Title(space)} '{name}' is registered more than once, by {claimants}.",
                "Rename one of the two."));
        }
    }

    private void Prefix(Registration registration)
    {
        foreach (var (space, name) in RegisteredNames.Of(registration).Where(entry => !IsOwn(registration, entry.Name)))
        {
            _problems.Add(new(
                ErrorCodes.RegistrationOutsidePrefix,
                registration.Origin.Id,
                $"The {RegisteredNames.Title(space)} '{name}' is outside the prefix '{registration.Origin.Prefix}' of '{registration.Origin.Id}'.",
                $"Name it '{registration.Origin.Prefix}.{name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..]}'."));
        }
    }

    private void Rules(Registration registration, RegisteredNames seen, RuleCheck judge)
    {
        var values = seen.Values();
        var guardValues = new Dictionary<string, RuleName>(values, StringComparer.Ordinal);
        foreach (var (name, kind) in GuardNames)
        {
            guardValues[name] = new(kind);
        }

        foreach (var (name, kind) in seen.ContactValues())
        {
            guardValues[name] = kind;
        }

        foreach (var measure in registration.Measures.OfType<ExpressionMeasure>())
        {
            Judge(registration, $"measure '{measure.Name}'", new(measure.Expression, RuleKind.Number, values), judge);
        }

        foreach (var scheme in registration.Schemes)
        {
            Judge(registration, $"population of scheme '{scheme.Name}'", new(scheme.Population, RuleKind.Condition, values), judge);
            foreach (var (where, text, kind) in Texts(scheme))
            {
                Judge(registration, $"{where} of scheme '{scheme.Name}'", new(text, kind, values), judge);
            }
        }

        if (registration.Policies.Any(policy => policy.When.Length > 0 || policy.BlockedWhile.Length > 0))
        {
            var known = seen.ValuesAndSegments();
            foreach (var policy in registration.Policies)
            {
                Judge(registration, $"audience of policy '{policy.Name}'", new(policy.When, RuleKind.Condition, known), judge);
                Judge(registration, $"blocking of policy '{policy.Name}'", new(policy.BlockedWhile, RuleKind.Condition, known), judge);
            }
        }

        foreach (var window in registration.Windows.OfType<RuleWindow>())
        {
            Judge(registration, $"timing window '{window.Name}'", new(window.When, RuleKind.Condition, values), judge);
        }

        foreach (var type in registration.MatterTypes.Where(type => type.Moves.Any(move => move.Requires.Count > 0)))
        {
            var names = seen.Values(type);
            foreach (var (move, requirement) in type.Moves.SelectMany(move => move.Requires, (move, requirement) => (move, requirement)))
            {
                Judge(registration, $"the move from '{move.From}' to '{move.To}' of matter type '{type.Name}'", new(requirement.Rule, RuleKind.Condition, names), judge);
            }
        }

        foreach (var guard in registration.Guards)
        {
            Judge(registration, $"guard '{guard.Name}'", new(guard.AllowedWhen, RuleKind.Condition, guardValues), judge);
        }
    }

    private static IEnumerable<(string Where, string Text, RuleKind Kind)> Texts(Scheme scheme) => scheme switch
    {
        RuleScheme rules => rules.Rules.Select(rule => ($"segment '{rule.Name}'", rule.When, RuleKind.Condition)),
        ScoreScheme score =>
        [
            .. score.Factors.Select(factor => ($"factor '{factor.Title.En}'", factor.Value, RuleKind.Number)),
            .. score.Cuts.Select(cut => ($"segment '{cut.Name}'", cut.When, RuleKind.Condition)),
        ],
        MatrixScheme matrix => [("rows", matrix.Rows.Value, RuleKind.Number), ("columns", matrix.Columns.Value, RuleKind.Number)],
        _ => [],
    };

    private void Judge(Registration registration, string where, RuleText rule, RuleCheck judge)
    {
        if (rule.Text.Length > 0 && judge(rule) is { } error)
        {
            _problems.Add(new(ErrorCodes.ExpressionInvalid, registration.Origin.Id, $"The rule of {where}, '{rule.Text}', is not valid: {error}", "Correct the rule."));
        }
    }

    private static bool IsOwn(Registration registration, string name) =>
        name.StartsWith(registration.Origin.Prefix + ".", StringComparison.Ordinal);
}
