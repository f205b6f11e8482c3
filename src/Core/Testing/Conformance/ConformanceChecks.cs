namespace Clientele.Testing;

/// <summary>The names of the checks of the conformance suite, in the order they are made.</summary>
public static class ConformanceChecks
{
    /// <summary>Manifest, framework, libraries and use of the contract are in order.</summary>
    public const string Files = "files";

    /// <summary>It loads, what it registers is in order, and every rule compiles.</summary>
    public const string Registers = "registers";

    /// <summary>Its migrations are applied once each, and what they rename is registered.</summary>
    public const string Migrations = "migrations";

    /// <summary>Every title is in English and in Chinese.</summary>
    public const string Languages = "languages";

    /// <summary>Its policies plan over sample facts.</summary>
    public const string Policies = "policies";

    /// <summary>Its measures compute over sample facts, with their reasons in both languages.</summary>
    public const string Measures = "measures";

    /// <summary>Its schemes put clients into segments, and the explanations are in both languages and true.</summary>
    public const string Schemes = "schemes";

    /// <summary>Its letters render in both languages, with much and with little known, the same twice.</summary>
    public const string Letters = "letters";

    /// <summary>Every letter is called for by a consent, a matter, a policy or a guard, and none goes to a person who refused its purpose.</summary>
    public const string Guards = "guards";

    /// <summary>Its reports render in both languages, also over no clients, the same twice.</summary>
    public const string Reports = "reports";

    /// <summary>It starts and stops.</summary>
    public const string Stops = "stops";

    /// <summary>Nothing of it stays in memory.</summary>
    public const string Unloads = "unloads";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Files, Registers, Migrations, Languages, Policies, Measures, Schemes, Letters, Guards, Reports, Stops, Unloads];
}
