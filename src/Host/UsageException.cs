namespace Clientele.Host;

/// <summary>The command was typed wrongly in a way that only its body can see; it ends with 2.</summary>
internal sealed class UsageException(string message) : Exception(message);
