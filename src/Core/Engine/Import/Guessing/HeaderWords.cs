namespace Clientele.Import;

/// <summary>The headers that Chinese and English files use, as they are compared: without blanks, underscores, capitals and units.</summary>
internal static class HeaderWords
{
    private static readonly (ColumnMeaning Meaning, string[] Words)[] Known =
    [
        (ColumnMeaning.ClientName, ["公司名", "公司名称", "客户", "客户名", "客户名称", "单位名称", "企业名称", "业主", "业主名称", "供应商", "供应商名称", "name", "client", "clientname", "customer", "customername", "company", "companyname", "account", "accountname", "supplier", "suppliers", "suppliername", "organisation", "organization", "buyer", "vendor"]),
        (ColumnMeaning.ClientId, ["客户编号", "客户代码", "客户号", "公司编号", "单位编号", "供应商编号", "统一社会信用代码", "clientid", "clientcode", "customerid", "customercode", "customerno", "customernumber", "accountid", "accountnumber", "companyid", "supplierid", "bin"]),
        (ColumnMeaning.FactId, ["订单号", "订单编号", "合同号", "合同编号", "发票号", "发票编号", "单号", "流水号", "orderid", "orderno", "ordernumber", "invoiceno", "invoicenumber", "invoiceid", "contractno", "contractnumber", "contractid", "transactionid"]),
        (ColumnMeaning.Id, ["编号", "代码", "序号", "id", "code", "no", "number", "externalid"]),
        (ColumnMeaning.Since, ["建档日期", "开户日期", "合作日期", "合作起始日期", "客户起始日期", "since", "clientsince", "customersince", "createddate", "createdon", "createdat", "created"]),
        (ColumnMeaning.Date, ["日期", "成交日期", "签约日期", "签订日期", "合同日期", "订单日期", "下单日期", "销售日期", "时间", "date", "orderdate", "saledate", "signedon", "contractdate", "executiondate", "invoicedate", "closedate"]),
        (ColumnMeaning.Amount, ["金额", "销售额", "年销售额", "合同额", "合同金额", "成交金额", "订单金额", "总金额", "销售金额", "价税合计", "amount", "sales", "annualsales", "value", "contractvalue", "total", "totalamount", "revenue", "annualrevenue", "turnover", "price"]),
        (ColumnMeaning.Subject, ["项目", "项目名称", "合同名称", "产品", "产品名称", "品名", "标题", "title", "subject", "product", "productname", "item", "contracttitle"]),
        (ColumnMeaning.Note, ["备注", "说明", "摘要", "note", "notes", "remark", "remarks", "comment", "comments", "description"]),
        (ColumnMeaning.ContactName, ["联系人", "联系人姓名", "姓名", "contact", "contactname", "contactperson"]),
        (ColumnMeaning.Salutation, ["称谓", "称呼", "性别", "salutation", "gender"]),
        (ColumnMeaning.Position, ["职务", "职位", "岗位", "position", "jobtitle"]),
        (ColumnMeaning.Phone, ["电话", "手机", "手机号", "手机号码", "联系电话", "电话号码", "phone", "telephone", "tel", "mobile", "phonenumber", "mobilephone"]),
        (ColumnMeaning.Email, ["邮箱", "电子邮箱", "邮件", "电子邮件", "email", "emailaddress", "mail"]),
        (ColumnMeaning.Birthday, ["生日", "出生日期", "出生年月日", "birthday", "dateofbirth", "birthdate", "dob"]),
        (ColumnMeaning.BirthdayCalendar, ["生日历法", "历法", "公历农历", "birthdaycalendar"]),
        (ColumnMeaning.DecisionRole, ["决策角色", "决策作用", "decisionrole", "buyingrole"]),
        (ColumnMeaning.ManagementLevel, ["管理层级", "职级", "managementlevel", "seniority"]),
        (ColumnMeaning.Occupation, ["职业", "occupation", "profession"]),
        (ColumnMeaning.Region, ["地区", "区域", "省份", "城市", "region", "area", "city", "state", "province", "billingstate"]),
        (ColumnMeaning.Owner, ["负责人", "客户经理", "业务员", "销售员", "跟进人", "owner", "accountmanager", "salesperson", "salesrep"]),
    ];

    /// <summary>What a header says, and how surely: 2 when it is one of the words, 1 when it contains one of two characters or more.</summary>
    public static (ColumnMeaning Meaning, int Surety) Meaning(string header)
    {
        var key = CellText.Key(header).Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        foreach (var (meaning, words) in Known)
        {
            if (words.Contains(key, StringComparer.Ordinal))
            {
                return (meaning, 2);
            }
        }

        // Only Chinese compounds: "杭州地区客户名称" ends in 客户名称, while "filename" ends in name and is none.
        var longest = Known
            .SelectMany(entry => entry.Words.Where(word => word.Length > 1 && !char.IsAscii(word[0]) && key.EndsWith(word, StringComparison.Ordinal)).Select(word => (entry.Meaning, word.Length)))
            .OrderByDescending(entry => entry.Length)
            .FirstOrDefault();
        return longest.Length > 0 ? (longest.Meaning, 1) : (ColumnMeaning.Unknown, 0);
    }
}
