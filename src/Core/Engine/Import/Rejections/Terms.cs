namespace Clientele.Import;

/// <summary>What the sentences of an import call the things a row is about.</summary>
internal static class Terms
{
    public static LocalizedText Client { get; } = new("client", "客户");

    public static LocalizedText ClientId { get; } = new("external id of the client", "客户编号");

    public static LocalizedText ClientName { get; } = new("name of the client", "客户名称");

    public static LocalizedText ClientKind { get; } = new("kind of client", "客户性质");

    public static LocalizedText Contact { get; } = new("contact", "联系人");

    public static LocalizedText ContactName { get; } = new("name of the contact", "联系人姓名");

    public static LocalizedText Salutation { get; } = new("salutation", "称谓");

    public static LocalizedText Matter { get; } = new("matter", "事项");

    public static LocalizedText MatterType { get; } = new("matter type", "事项类型");

    public static LocalizedText MatterTitle { get; } = new("title of the matter", "事项名称");

    public static LocalizedText Touchpoint { get; } = new("touchpoint", "触点");

    public static LocalizedText TouchpointId { get; } = new("external id of the touchpoint", "触点编号");

    public static LocalizedText TouchpointKind { get; } = new("kind of touchpoint", "触点种类");
}
