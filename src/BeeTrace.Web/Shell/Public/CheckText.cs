using BeeTrace.Core;

namespace BeeTrace.Web.Shell.Public;

/// <summary>Words of the page that checks certificates.</summary>
public static class CheckText
{
    public static Bilingual PageTitle => new("核验证书 · 蜂迹", "Check a certificate · BeeTrace");
    public static Bilingual Head => new("核验证书", "Check a certificate");
    public static Bilingual Lead => new("两种办法：查编号，看它是否签发过、是否还有效；或者交出文件，看它与签发时是否一字不差。", "Two ways: look up the number to see whether it was issued and still holds, or hand in the file to see whether it is, byte for byte, what was issued.");
    public static Bilingual ByNumber => new("按编号", "By number");
    public static Bilingual Button => new("核验", "Check");
    public static Bilingual NumberHint => new("编号在证书右上角，也在二维码里。大小写和连字符不拘；编号里没有字母 I、L、O、U。", "The number is at the top right of the paper and in its QR code. Case and hyphens do not matter; it never contains the letters I, L, O or U.");
    public static Bilingual ByFile => new("按文件", "By file");
    public static Bilingual FileLabel => new("证书 PDF 原件", "The certificate as PDF");
    public static Bilingual FileHint => new("文件只用来核对，不保存。扫描件和照片无法核对，请改用编号。", "The file is compared and not kept. Scans and photographs cannot be compared; use the number instead.");
    public static Bilingual FileButton => new("核对文件", "Check the file");
    public static Bilingual NumberProblem => new("这不是一个证书编号：校验位对不上。请逐字核对，尤其是数字 0 与 8、1 与 7。", "This is not a certificate number: its check character does not fit. Compare it character by character, 0 with 8 and 1 with 7 above all.");
    public static Bilingual FileMissing => new("请先选一个 PDF 文件。", "Choose a PDF file first.");
}
