//! The words that mean something in a deadline.

/// A word that means something in a deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// ngày
    Day,
    /// tuần
    Week,
    /// tháng
    Month,
    /// quý
    Quarter,
    /// năm
    Year,
    /// hằng, mỗi
    Every,
    /// định kỳ
    Periodic,
    /// trước
    Before,
    /// chậm nhất, trước và trong: the day named is the last one
    Latest,
    /// đến, hết
    Until,
    /// từ
    From,
    /// từ nay
    Now,
    /// kế tiếp, tiếp theo
    Next,
    /// trở đi
    Onward,
    /// trong, vào
    In,
    /// và
    And,
    /// của
    Of,
    /// đầu
    Start,
    /// cuối
    End,
    /// nửa
    Half,
    /// thượng, trung, hạ tuần of a month: 1, 2, 3
    Ten(u32),
    /// cả
    Whole,
    /// các
    Several,
    /// giai đoạn
    Stage,
    /// giờ
    Hour,
    /// phút
    Minute,
    /// lần
    Times,
    /// một
    One,
    /// thứ
    Weekday,
    /// thứ hai … chủ nhật: days after Monday
    WeekdayNamed(u32),
    /// làm việc
    Working,
    /// thường xuyên
    Always,
    /// khi, sau khi
    When,
    /// trước khi: so many days before an event are not counted yet
    Ahead,
    /// sau
    After,
    /// theo
    By,
    /// đột xuất, phát sinh
    Sudden,
    /// hoàn thành, thực hiện …: says nothing about the day
    Filler,
}

/// The vocabulary. Of two entries that fit, the longer one counts; without marks, the earlier.
pub(super) const VOCABULARY: &[(&str, Word)] = &[
    ("ngày", Word::Day),
    ("tuần", Word::Week),
    ("tháng", Word::Month),
    ("t", Word::Month),
    ("các tháng", Word::Month),
    ("quý", Word::Quarter),
    ("q", Word::Quarter),
    ("năm", Word::Year),
    ("hằng", Word::Every),
    ("hàng", Word::Every),
    ("mỗi", Word::Every),
    ("từng", Word::Every),
    ("định kỳ", Word::Periodic),
    ("định kỳ theo", Word::Periodic),
    ("trước", Word::Before),
    ("đến trước", Word::Before),
    ("chậm nhất trước", Word::Before),
    ("muộn nhất trước", Word::Before),
    ("trước và trong", Word::Latest),
    ("trước hoặc trong", Word::Latest),
    ("chậm nhất", Word::Latest),
    ("chậm nhất là", Word::Latest),
    ("chậm nhất vào", Word::Latest),
    ("chậm nhất đến", Word::Latest),
    ("chậm nhất đến hết", Word::Latest),
    ("chậm nhất trong", Word::Latest),
    ("muộn nhất", Word::Latest),
    ("muộn nhất là", Word::Latest),
    ("muộn nhất vào", Word::Latest),
    ("không muộn hơn", Word::Latest),
    ("không chậm hơn", Word::Latest),
    ("không quá", Word::Latest),
    ("hạn cuối", Word::Latest),
    ("hạn cuối cùng", Word::Latest),
    ("hạn chót", Word::Latest),
    ("đến", Word::Until),
    ("đến hết", Word::Until),
    ("cho đến", Word::Until),
    ("cho đến hết", Word::Until),
    ("tới", Word::Until),
    ("hết", Word::Until),
    ("từ", Word::From),
    ("kể từ", Word::From),
    ("tính từ", Word::From),
    ("bắt đầu", Word::From),
    ("bắt đầu từ", Word::From),
    ("bắt đầu kể từ", Word::From),
    ("nay", Word::Now),
    ("trở đi", Word::Onward),
    ("kế tiếp", Word::Next),
    ("tiếp theo", Word::Next),
    ("liền kề", Word::Next),
    ("trong", Word::In),
    ("vào", Word::In),
    ("và", Word::And),
    ("của", Word::Of),
    ("thuộc", Word::Of),
    ("đầu", Word::Start),
    ("đầu tiên", Word::Start),
    ("thứ nhất", Word::Start),
    ("cuối", Word::End),
    ("cuối cùng", Word::End),
    ("nửa", Word::Half),
    ("thượng tuần", Word::Ten(1)),
    ("trung tuần", Word::Ten(2)),
    ("hạ tuần", Word::Ten(3)),
    ("cả", Word::Whole),
    ("các", Word::Several),
    ("giai đoạn", Word::Stage),
    ("giờ", Word::Hour),
    ("h", Word::Hour),
    ("phút", Word::Minute),
    ("lần", Word::Times),
    ("một", Word::One),
    ("thứ", Word::Weekday),
    ("thứ hai", Word::WeekdayNamed(0)),
    ("thứ ba", Word::WeekdayNamed(1)),
    ("thứ tư", Word::WeekdayNamed(2)),
    ("thứ năm", Word::WeekdayNamed(3)),
    ("thứ sáu", Word::WeekdayNamed(4)),
    ("thứ bảy", Word::WeekdayNamed(5)),
    ("chủ nhật", Word::WeekdayNamed(6)),
    ("làm việc", Word::Working),
    ("thường xuyên", Word::Always),
    ("liên tục", Word::Always),
    ("khi", Word::When),
    ("ngay khi", Word::When),
    ("sau khi", Word::When),
    ("ngay sau khi", Word::When),
    ("trước khi", Word::Ahead),
    ("từ khi", Word::When),
    ("kể từ khi", Word::When),
    ("nếu có", Word::Sudden),
    ("sau", Word::After),
    ("ngay sau", Word::After),
    ("theo", Word::By),
    ("tùy theo", Word::By),
    ("đột xuất", Word::Sudden),
    ("phát sinh", Word::Sudden),
    ("hoàn thành", Word::Filler),
    ("hoàn tất", Word::Filler),
    ("xong", Word::Filler),
    ("kết thúc", Word::Filler),
    ("thực hiện", Word::Filler),
    ("triển khai", Word::Filler),
    ("ban hành", Word::Filler),
    ("báo cáo", Word::Filler),
    ("gửi", Word::Filler),
    ("duy trì", Word::Filler),
    ("dự kiến", Word::Filler),
    ("thời hạn", Word::Filler),
    ("thời gian", Word::Filler),
    ("thời điểm", Word::Filler),
    ("hạn", Word::Filler),
    ("vòng", Word::Filler),
    ("là", Word::Filler),
    ("ít nhất", Word::Filler),
    ("tối thiểu", Word::Filler),
];

/// Numbers in words, behind the words above: `tháng tư`, `hai lần`. `Năm` is a year, and `một` a word.
pub(super) const NUMERALS: &[(&str, u32)] = &[
    ("hai", 2),
    ("ba", 3),
    ("bốn", 4),
    ("tư", 4),
    ("sáu", 6),
    ("bảy", 7),
    ("tám", 8),
    ("chín", 9),
    ("mười", 10),
    ("mười một", 11),
    ("mười hai", 12),
];
