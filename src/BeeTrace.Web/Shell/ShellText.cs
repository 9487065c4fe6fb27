using BeeTrace.Core;

namespace BeeTrace.Web.Shell;

/// <summary>Words of the frame around every page.</summary>
public static class ShellText
{
    public static Bilingual BrandName => new("蜂迹", "BeeTrace");
    public static Bilingual SkipToContent => new("跳到正文", "Skip to content");
    public static Bilingual MainNavigation => new("主导航", "Main");
    public static Bilingual Home => new("首页", "Home");
    public static Bilingual Check => new("核验", "Check");
    public static Bilingual MapLink => new("地图", "Map");
    public static Bilingual FiguresLink => new("数据", "Figures");
    public static Bilingual SignIn => new("登录", "Sign in");
    public static Bilingual SignOut => new("退出登录", "Sign out");
    public static Bilingual MyWork => new("我的工作", "My work");
    public static Bilingual Sampling => new("抽样", "Sampling");
    public static Bilingual MyApiaries => new("我的蜂场", "My apiaries");
    public static Bilingual ToDark => new("换成深色", "Switch to dark");
    public static Bilingual ToLight => new("换成浅色", "Switch to light");
    public static Bilingual Menu => new("菜单", "Menu");
    public static Bilingual Loading => new("正在读取", "Loading");

    public static Bilingual WhatThisIs => new(
        "蜂迹记录一个县的蜂场、批次、检测和证书，任何人都能核对。",
        "BeeTrace records a county’s apiaries, lots, tests and certificates, for anyone to check.");

    public static Bilingual DemoNotice => new(
        "演示数据：企业、人员和检测结果均为虚构。",
        "Demo data: firms, people and test results are fictitious.");

    public static Bilingual Licence => new("开放源代码，MIT 许可证", "Open source, MIT licence");

    public static Bilingual NotFoundTitle => new("没有这一页", "There is no such page");

    public static Bilingual NotFoundBody => new(
        "地址可能有误，内容可能已移走，也可能只有登录后才能查看。",
        "The address may be mistyped, the page may have moved, or it may need you to be signed in.");

    public static Bilingual ErrorTitle => new("这一页没能打开", "This page could not be opened");

    public static Bilingual ErrorBody => new(
        "问题出在我们这边，已记录下来。您填写的内容没有保存，请返回上一页再试一次。",
        "The fault is ours and has been recorded. What you entered was not saved; please go back and try again.");

    public static Bilingual BadRequestTitle => new("没能收下这次提交", "This could not be accepted");

    public static Bilingual BadRequestBody => new(
        "表单可能放得太久，或是在另一个窗口里登录过。请返回上一页，刷新后再提交。",
        "The form may have been open too long, or you signed in in another window. Go back, reload and send it again.");

    public static Bilingual TooManyTitle => new("请求太频繁", "Too many requests");

    public static Bilingual TooManyBody => new("请等一分钟再试。", "Please wait a minute and try again.");

    public static Bilingual TooLargeTitle => new("文件太大", "The file is too large");

    public static Bilingual TooLargeBody => new(
        "证书 PDF 通常不到 1 MB。请确认选的是从蜂迹下载的原件。",
        "A certificate PDF is usually below 1 MB. Make sure you chose the original downloaded from BeeTrace.");

    public static Bilingual Reference => new("记录编号", "Reference");

    public static Bilingual ToHome => new("回首页", "Go to the home page");

    public static Bilingual ToCheck => new("核验证书", "Check a certificate");

    public static Bilingual ConnectionLost => new("连接中断。", "Connection lost.");
    public static Bilingual ConnectionTrying => new("正在重新连接，已保存的内容不受影响。", "Reconnecting; what was saved is safe.");
    public static Bilingual ConnectionFailed => new("没能重新连接。", "Could not reconnect.");
    public static Bilingual PageBroke => new("这一页出了错，已记录下来。", "Something on this page failed and has been recorded.");
    public static Bilingual Reload => new("重新打开", "Reload");
}
