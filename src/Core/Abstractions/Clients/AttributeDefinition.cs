namespace Clientele;

/// <summary>What kind of value an attribute or a detail holds.</summary>
public enum ValueKind
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>A day, kept as <c>2026-03-31</c>.</summary>
    Date,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>One of a fixed list of values.</summary>
    Choice,
}

/// <summary>One permitted value of a choice.</summary>
/// <param name="Value">The value as stored and as rules read it: lower-case letters, digits and underscores.</param>
/// <param name="Title">What people read.</param>
public sealed record Choice(string Value, LocalizedText Title);

/// <summary>Whose property an attribute is.</summary>
public enum AttributeSubject
{
    /// <summary>A client's.</summary>
    Client,

    /// <summary>A person's, as the person at a client: personal data, which erasing the person removes.</summary>
    Contact,
}

/// <summary>A typed property that a plugin adds to clients, such as <c>contractor.owner_class</c>, or to their people, such as <c>core.birthday</c>. Its values are dated intervals.</summary>
/// <remarks>
/// Immutable and thread-safe. A client's attribute is read by <see cref="Name"/> in rules, mappings and, under <c>client.</c>, in templates;
/// a contact's under <c>contact.</c> in guards and letters, and by measures and insights that declare it (<see cref="HistoryMeasure.ContactReads"/>, <see cref="Insight.ContactReads"/>).
/// </remarks>
public sealed record AttributeDefinition
{
    /// <summary>The qualified name, under the plugin's prefix.</summary>
    public required string Name { get => field; init => field = Require.Name(value); }

    /// <summary>What people read.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Whose property it is; a client's by default. A name stays with one of the two for good.</summary>
    public AttributeSubject About { get; init; }

    /// <summary>What kind of value it holds; text by default.</summary>
    public ValueKind Kind { get; init; }

    /// <summary>The permitted values of a <see cref="ValueKind.Choice"/>, in the order to show; empty for every other kind.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>Who may see its values; everybody in the firm by default.</summary>
    public FieldClass Class { get; init; } = FieldClass.Internal;

    /// <summary>The least <see cref="ValueKind.Number"/> that an import takes; <see langword="null"/> for any.</summary>
    public decimal? Least { get; init; }

    /// <summary>The greatest <see cref="ValueKind.Number"/> that an import takes; <see langword="null"/> for any.</summary>
    public decimal? Most { get; init; }
}

/// <summary>A value that a client's attribute had from a day on, until another value or an end took its place.</summary>
/// <param name="Client">Whose attribute.</param>
/// <param name="Name">Which attribute, by its qualified name.</param>
/// <param name="Value">The value in invariant form.</param>
/// <param name="From">The first day it holds.</param>
/// <param name="Until">The first day it no longer holds; <see langword="null"/> while it holds.</param>
/// <param name="Source">Where it was read.</param>
public sealed record AttributeValue(ClientId Client, string Name, string Value, DateOnly From, DateOnly? Until = null, string Source = "");

/// <summary>A value that a person's attribute had from a day on, until another value or an end took its place.</summary>
/// <param name="Contact">Whose attribute.</param>
/// <param name="Name">Which attribute, by its qualified name.</param>
/// <param name="Value">The value in invariant form.</param>
/// <param name="From">The first day it holds.</param>
/// <param name="Until">The first day it no longer holds; <see langword="null"/> while it holds.</param>
/// <param name="Source">Where it was read.</param>
public sealed record ContactAttributeValue(ContactId Contact, string Name, string Value, DateOnly From, DateOnly? Until = null, string Source = "");

/// <summary>Who looks after a client in a role, from a day until another day.</summary>
/// <param name="Client">Whose owner.</param>
/// <param name="Role">The role, such as <c>marketer</c>, <c>project_manager</c>, <c>collector</c>, <c>service</c>.</param>
/// <param name="Person">The employee's name.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The first day it is no longer so; <see langword="null"/> while it is.</param>
/// <param name="Source">Where it was read.</param>
public sealed record Ownership(ClientId Client, string Role, string Person, DateOnly From, DateOnly? Until = null, string Source = "");
