namespace Clientele;

/// <summary>The stable codes of <see cref="ClienteleException"/>. A code is never renumbered and never reused. Plugin codes (<c>PLG…</c>) and template codes (<c>CLT…</c>) have lists of their own.</summary>
public static class ErrorCodes
{
    /// <summary>A name is not of the form <c>prefix.some_name</c>.</summary>
    public const string NameInvalid = "CRM1001";

    /// <summary>A currency is not an ISO 4217 code.</summary>
    public const string CurrencyInvalid = "CRM1002";

    /// <summary>An amount cannot be kept exactly.</summary>
    public const string AmountInvalid = "CRM1003";

    /// <summary>Amounts of different currencies meet.</summary>
    public const string CurrencyMixed = "CRM1004";

    /// <summary>A record was constructed with a value that contradicts its definition.</summary>
    public const string RecordInvalid = "CRM1005";

    /// <summary>An insight has no such setting, or the setting does not allow the value.</summary>
    public const string SettingInvalid = "CRM1006";

    /// <summary>Two registrations claim one name.</summary>
    public const string RegistrationDuplicate = "CRM1101";

    /// <summary>A registration refers to something that nobody registered.</summary>
    public const string RegistrationUnknown = "CRM1102";

    /// <summary>A plugin registers a name outside its own prefix.</summary>
    public const string RegistrationOutsidePrefix = "CRM1103";

    /// <summary>A rule or an expression does not compile or reads a name that nobody registered.</summary>
    public const string ExpressionInvalid = "CRM1104";

    /// <summary>The database cannot be opened or is not one of ours.</summary>
    public const string DatabaseUnusable = "CRM2001";

    /// <summary>The database was written by a newer version.</summary>
    public const string DatabaseTooNew = "CRM2002";

    /// <summary>The client was changed by somebody else since it was read.</summary>
    public const string ClientChanged = "CRM2003";

    /// <summary>A client, contact, matter or follow-up that was asked for is not stored.</summary>
    public const string NotFound = "CRM2004";

    /// <summary>A fact refers to a client, matter or contact that is not stored.</summary>
    public const string ReferenceUnknown = "CRM2005";

    /// <summary>The same id is stored already with different content; append a correction instead.</summary>
    public const string TouchpointExists = "CRM2006";

    /// <summary>Another program is writing to the database and did not finish in time.</summary>
    public const string DatabaseBusy = "CRM2007";

    /// <summary>A file to import cannot be read at all.</summary>
    public const string ImportUnreadable = "CRM3001";

    /// <summary>An import mapping is invalid or does not fit the file.</summary>
    public const string MappingInvalid = "CRM3002";

    /// <summary>A matter may not move as asked.</summary>
    public const string MoveRefused = "CRM4001";

    /// <summary>Segments were run as of a later day already.</summary>
    public const string DayBeforeLastRun = "CRM4002";

    /// <summary>The letter was refused by a guard.</summary>
    public const string LetterRefused = "CRM5001";

    /// <summary>A template of a letter or a report cannot be found.</summary>
    public const string TemplateMissing = "CRM5002";

    /// <summary>A template of a letter or a report cannot be read, or what it gives is no letter.</summary>
    public const string TemplateInvalid = "CRM5003";

    /// <summary>The letter is about a matter of a type or in a stage that the client has none of.</summary>
    public const string LetterUnsuitable = "CRM5004";

    /// <summary>Letters cannot be sent, because the mail server is not set up or its settings are unsafe.</summary>
    public const string SendingNotSetUp = "CRM8001";

    /// <summary>Another program is sending letters of the same database.</summary>
    public const string SendingBusy = "CRM8002";

    /// <summary>A file is no report about a letter that came back.</summary>
    public const string BounceUnreadable = "CRM8003";

    /// <summary>No program that prints PDFs is installed.</summary>
    public const string PdfProgramMissing = "CRM5101";

    /// <summary>The program that prints PDFs failed or took too long.</summary>
    public const string PdfFailed = "CRM5102";

    /// <summary>The folder is not a workspace, or its settings cannot be read.</summary>
    public const string WorkspaceInvalid = "CRM6001";

    /// <summary>The file of the firm's care rules cannot be read, or something in it is wrong.</summary>
    public const string CareRulesInvalid = "CRM6002";

    /// <summary>A register has an entry in force that says otherwise, or one that collides with it.</summary>
    public const string RegisterConflict = "CRM7001";

    /// <summary>The role may not do this.</summary>
    public const string RoleMayNot = "CRM7002";

    /// <summary>An action was refused by a guard, or waits for somebody's approval.</summary>
    public const string ActionRefused = "CRM7003";

    /// <summary>The reader may not see or export this.</summary>
    public const string AccessDenied = "CRM7004";
}
