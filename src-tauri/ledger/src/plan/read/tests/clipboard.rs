//! What Word and Excel put on the clipboard.

use super::*;

/// The rows of a clipboard form.
fn rows_of(name: &str, text: &str) -> String {
    let (draft, counts) = read(name, text.as_bytes(), &Meaning::default()).unwrap();
    assert!(counts.add_up());
    lines(&draft)
}

#[test]
fn what_word_puts_on_the_clipboard_is_read() {
    let html = "Version:1.0\r\n<html><head><style>td {x: '>'}</style></head><body><!--StartFragment--><p>K&#7871; ho&#x1EA1;ch n&abreve;m 2026</p>
        <table border=1><tr><td rowspan=2>TT</td><td rowspan='2'>N&#7897;i dung<br>c&ocirc;ng vi&#7879;c</td><td colspan=\"2\">Cơ quan thực hiện</td>
        <td rowspan=2>Thời hạn</td></tr><tr><td>Chủ trì</td><td>Phối hợp</td></tr>
        <tr><td colspan=5><p><b>I.</b> <![if !x]>Thể chế<o:p></o:p></p></tr>
        <tr><td>1<td>Rà soát<p>văn bản<td rowspan=2>Phòng Kinh tế<td>HĐND&amp;UBND<td>Quý I
        <tr><td>2<td>Công bố<td>&nbsp;<td>Tháng 3</table>";
    expect_test::expect![[r#"
        Kế hoạch năm 2026 [2026-01-01 – 2026-12-31]
        I · Thể chế
          1 | Rà soát văn bản | Phòng Kinh tế | HĐND&UBND | Quý I | 
          2 | Công bố | Phòng Kinh tế |  | Tháng 3 | 
        ! column-missing: Không thấy cột sản phẩm; cột này để trống ở mọi dòng.
    "#]]
    .assert_eq(&rows_of("a.html", html));
}

#[test]
fn what_excel_puts_on_the_clipboard_is_read() {
    let text = "Kế hoạch quý I/2026\t\t\t\r\nTT\tNội dung\t\"Cơ quan\nchủ trì\"\tThời hạn\r\n\
                I. Thể chế\t\t\t\r\n1\t\"Việc \"\"gấp\"\"\"\tPhòng Kinh tế\tTháng 3\r\n2\tViệc 5\" nữa\tPhòng Kinh tế\t";
    expect_test::expect![[r#"
        Kế hoạch quý I/2026 [2026-01-01 – 2026-03-31]
        I · Thể chế
          1 | Việc "gấp" | Phòng Kinh tế |  | Tháng 3 | 
          2 | Việc 5" nữa | Phòng Kinh tế |  |  | 
        ! column-missing: Không thấy cột cơ quan phối hợp; cột này để trống ở mọi dòng.
        ! column-missing: Không thấy cột sản phẩm; cột này để trống ở mọi dòng.
    "#]]
    .assert_eq(&rows_of("a.txt", text));
    // Excel's "Unicode text" says the same in UTF-16.
    let wide: Vec<u8> = b"\xFF\xFE".iter().copied().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(lines(&read("a.txt", &wide, &Meaning::default()).unwrap().0), rows_of("a.txt", text));
}
