namespace Clientele.Plugins;

/// <summary>The stable codes of <see cref="PluginDiagnostic"/>, explained in <c>docs/errors.md</c>. A code is never renumbered and never reused.</summary>
public static class PluginCodes
{
    /// <summary>A file is not a plugin package.</summary>
    public const string NotAPackage = "PLG0001";

    /// <summary>A package does not have the hash it should have.</summary>
    public const string ChecksumMismatch = "PLG0002";

    /// <summary>A package has an entry that could do harm when it is unpacked.</summary>
    public const string UnsafeEntry = "PLG0003";

    /// <summary>A package unpacks to more than a plugin can need.</summary>
    public const string TooLarge = "PLG0004";

    /// <summary>The version is installed already with other content.</summary>
    public const string AlreadyInstalled = "PLG0005";

    /// <summary>A new version did not run, and the one before it was put back.</summary>
    public const string RolledBack = "PLG0006";

    /// <summary>The plugin's folder cannot be copied to be loaded from: too large, unreadable, or a link out of the folder.</summary>
    public const string CopyFailed = "PLG0008";

    /// <summary>A folder holds assemblies and no <c>plugin.json</c>.</summary>
    public const string ManifestMissing = "PLG1001";

    /// <summary><c>plugin.json</c> cannot be read: not JSON, not UTF-8 without a byte order mark, too large, a property twice.</summary>
    public const string ManifestUnreadable = "PLG1002";

    /// <summary>A field of <c>plugin.json</c> is missing or invalid.</summary>
    public const string ManifestFieldInvalid = "PLG1003";

    /// <summary><c>plugin.json</c> is of a newer schema than this host reads.</summary>
    public const string ManifestTooNew = "PLG1004";

    /// <summary>A path in <c>plugin.json</c> leaves the plugin's folder.</summary>
    public const string PathOutsidePlugin = "PLG1005";

    /// <summary>Two plugins claim one id.</summary>
    public const string IdClaimedTwice = "PLG1006";

    /// <summary>The package, the seal and the manifest do not agree on whose they are.</summary>
    public const string IdentityMismatch = "PLG1007";

    /// <summary><c>plugin.json</c> has a field this host does not know; a warning.</summary>
    public const string ManifestFieldUnknown = "PLG1008";

    /// <summary>Two plugins claim one prefix.</summary>
    public const string PrefixClaimedTwice = "PLG1009";

    /// <summary>A directory that was asked for does not exist.</summary>
    public const string DirectoryMissing = "PLG1010";

    /// <summary>The file that says which plugins are disabled or held back cannot be read.</summary>
    public const string StateUnreadable = "PLG1011";

    /// <summary>The plugin does not pass the conformance suite.</summary>
    public const string NotConforming = "PLG1012";

    /// <summary><c>plugin.json</c> tags the plugin with no kind or no process of client relationship management, or with a tag nobody knows; a warning.</summary>
    public const string TagsMissing = "PLG1013";

    /// <summary>The host's contract version is outside the range the plugin accepts.</summary>
    public const string ContractOutsideRange = "PLG2001";

    /// <summary>The contract range has no upper bound, and so promises to work with contracts nobody has written yet.</summary>
    public const string ContractRangeTooLoose = "PLG2002";

    /// <summary>It is built for a newer framework than the host's, or for another kind of framework.</summary>
    public const string TargetFramework = "PLG2004";

    /// <summary>It needs a shared framework that the host does not run on, or a newer version of one.</summary>
    public const string SharedFrameworkMissing = "PLG2005";

    /// <summary>The entry assembly is not a managed assembly that runs on this machine.</summary>
    public const string NotManagedImage = "PLG2006";

    /// <summary>It is built for another operating system or processor.</summary>
    public const string RuntimeIdentifier = "PLG2007";

    /// <summary>None of the API levels it supports is offered by the host.</summary>
    public const string NoCommonApiLevel = "PLG2003";

    /// <summary>It uses types or members that the host's contract does not have.</summary>
    public const string ContractMembersMissing = "PLG2008";

    /// <summary>A plugin it depends on was not found.</summary>
    public const string DependencyMissing = "PLG3001";

    /// <summary>A plugin it depends on has a version outside the range asked for.</summary>
    public const string DependencyVersion = "PLG3002";

    /// <summary>Plugins depend on each other in a circle.</summary>
    public const string DependencyCycle = "PLG3003";

    /// <summary>A hint of the order contradicts a dependency and was ignored; a warning.</summary>
    public const string OrderHintIgnored = "PLG3004";

    /// <summary>A plugin it depends on does not run.</summary>
    public const string DependencyNotRunning = "PLG3005";

    /// <summary>It uses an assembly that another plugin exports, without declaring the dependency.</summary>
    public const string UndeclaredPluginReference = "PLG3006";

    /// <summary>Other plugins that run depend on it.</summary>
    public const string DependentsRunning = "PLG3007";

    /// <summary>The plugin is not signed.</summary>
    public const string NotSigned = "PLG4001";

    /// <summary>A file is not as it was sealed, or is missing.</summary>
    public const string FileModified = "PLG4002";

    /// <summary>A file is there that was not sealed.</summary>
    public const string FileUnlisted = "PLG4003";

    /// <summary>It is signed with a key that the host does not know.</summary>
    public const string KeyUnknown = "PLG4004";

    /// <summary>It is signed with a key that is revoked.</summary>
    public const string KeyRevoked = "PLG4005";

    /// <summary>It does not have the capability: its manifest does not declare it, or the operator does not grant it.</summary>
    public const string CapabilityDenied = "PLG4006";

    /// <summary>It asks for a capability that this host does not know.</summary>
    public const string CapabilityUnknown = "PLG4007";

    /// <summary>It is not among the plugins that the host allows.</summary>
    public const string NotAllowed = "PLG4008";

    /// <summary>The key to sign a package with cannot be read.</summary>
    public const string KeyUnreadable = "PLG4009";

    /// <summary>An assembly that the plugin needs is neither in its folder nor shared by the host.</summary>
    public const string AssemblyMissing = "PLG5001";

    /// <summary>The plugin's <c>.deps.json</c> cannot be read.</summary>
    public const string DepsFileInvalid = "PLG5002";

    /// <summary>The entry type is missing or is not a public class with a public parameterless constructor that implements <c>IPlugin</c>.</summary>
    public const string EntryTypeInvalid = "PLG5003";

    /// <summary>A type of the plugin cannot be loaded, because it was compiled against a different contract or library.</summary>
    public const string TypeLoadFailed = "PLG5004";

    /// <summary>The constructor of the entry type failed.</summary>
    public const string ConstructorFailed = "PLG5005";

    /// <summary>A copy of a shared assembly lies in the plugin's folder and is ignored; a warning.</summary>
    public const string SharedAssemblyShipped = "PLG5006";

    /// <summary>The host cannot resolve the dependencies of plugins, because it is a single file or was not started by the .NET host.</summary>
    public const string HostCannotResolve = "PLG5008";

    /// <summary>The host itself lacks an assembly that its contract is made of.</summary>
    public const string SharedClosureIncomplete = "PLG5009";

    /// <summary><c>Configure</c> failed.</summary>
    public const string ConfigureFailed = "PLG6001";

    /// <summary>The plugin asks for a service that the host does not offer.</summary>
    public const string ServiceNotOffered = "PLG6002";

    /// <summary>The plugin's own services do not fit together.</summary>
    public const string ServicesInvalid = "PLG6003";

    /// <summary>A setting of the plugin has a value that is not allowed.</summary>
    public const string SettingInvalid = "PLG6004";

    /// <summary>Something is set that the plugin does not read; a warning.</summary>
    public const string SettingUnknown = "PLG6005";

    /// <summary>Texts that the plugin asks for are not in its files; a warning.</summary>
    public const string TextMissing = "PLG6006";

    /// <summary>A migration of the plugin's data failed, and was taken back.</summary>
    public const string MigrationFailed = "PLG7001";

    /// <summary>A migration that was applied is no longer what it was, or in another place.</summary>
    public const string MigrationChanged = "PLG7002";

    /// <summary>The data were brought further by a newer version of the plugin.</summary>
    public const string DataNewer = "PLG7003";

    /// <summary>A migration changes what is not the plugin's.</summary>
    public const string MigrationOutsidePrefix = "PLG7004";

    /// <summary>Somebody else kept writing while the plugin's data were to be migrated.</summary>
    public const string MigrationWaited = "PLG7005";

    /// <summary>Something would be lost, and nobody accepted that.</summary>
    public const string NotAccepted = "PLG7006";

    /// <summary>Since the plan was made, something changed.</summary>
    public const string PlanOutdated = "PLG7007";

    /// <summary>A native library of the plugin was not found or does not fit.</summary>
    public const string NativeLibrary = "PLG8001";

    /// <summary>The plugin failed to start.</summary>
    public const string StartFailed = "PLG8002";

    /// <summary>The plugin did not start in time.</summary>
    public const string StartTimeout = "PLG8003";

    /// <summary>A call into the plugin did not return in time.</summary>
    public const string CallTimeout = "PLG8004";

    /// <summary>The last calls into the plugin failed, so it is not called for a while.</summary>
    public const string CircuitOpen = "PLG8005";

    /// <summary>Too many calls are inside the plugin already.</summary>
    public const string TooManyCalls = "PLG8006";

    /// <summary>A call gave an object of a type of the plugin's own, which would keep it loaded.</summary>
    public const string PluginTypeCrossed = "PLG8007";

    /// <summary>A call into the plugin failed.</summary>
    public const string CallFailed = "PLG8008";

    /// <summary>The plugin was unloaded, and something still holds on to it.</summary>
    public const string Leaked = "PLG9001";

    /// <summary>The plugin is being unloaded or is gone.</summary>
    public const string NotAvailable = "PLG9002";

    /// <summary>Calls into the plugin were still under way when it was unloaded.</summary>
    public const string StillRunning = "PLG9003";

    /// <summary>The new version was not in order, so the old one goes on running.</summary>
    public const string ReloadRolledBack = "PLG9004";

    /// <summary>The plugin failed to stop.</summary>
    public const string StopFailed = "PLG9005";

    /// <summary>This cannot be done while the process runs; start it again.</summary>
    public const string RestartRequired = "PLG9006";
}
