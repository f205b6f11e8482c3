namespace Clientele.Documents;

/// <summary>The values that guards read besides measures and attributes.</summary>
internal static class GuardNames
{
    /// <summary>The kind of a client as rules and templates read it.</summary>
    public static string Kind(ClientKind kind) => kind == ClientKind.Person ? "person" : "organisation";
}
