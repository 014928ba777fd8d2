//! Every day, month and quarter of two decades.

use super::*;

#[test]
fn every_day_of_two_decades_in_every_form() {
    for day in on(2020, 1, 1).iter_days().take_while(|day| day.year() <= 2040) {
        let (d, m, y) = (day.day(), day.month(), day.year());
        let forms = [
            format!("{d}/{m}/{y}"),
            format!("{d:02}/{m:02}/{y}"),
            format!("{d:02}-{m:02}-{y}"),
            format!("{d}.{m}.{y}"),
            format!("ngày {d:02} tháng {m:02} năm {y}"),
            format!("Chậm nhất ngày {d}/{m}/{y}"),
            format!("Đến hết ngày {d} tháng {m} năm {y}"),
            format!("trước và trong ngày {d:02}/{m}/{y}"),
        ];
        for form in forms {
            let read = read(&form, half(), Before::Exclusive);
            assert_eq!((read.kind, read.first, read.last, read.year_assumed), (Kind::Date, Some(day), Some(day), false), "{form}");
        }
        let before = read(&format!("Trước ngày {d}/{m}/{y}"), half(), Before::Exclusive);
        assert_eq!((before.kind, before.last, before.before), (Kind::Date, day.pred_opt(), true), "trước {day}");
        let short = read(&format!("{d}/{m}"), span(on(y, 1, 1), on(y, 12, 31)), Before::Exclusive);
        assert_eq!((short.last, short.year_assumed), (Some(day), true), "{d}/{m} in {y}");
    }
}

#[test]
fn every_day_that_is_not() {
    for (year, month) in (2020..=2040).flat_map(|year| (0..=99).map(move |month| (year, month))) {
        for day in (0..=99).filter(|day| NaiveDate::from_ymd_opt(year, month, *day).is_none()) {
            let read = read(&format!("{day}/{month}/{year}"), half(), Before::Exclusive);
            assert_eq!(read, Deadline::of(Kind::Unknown), "{day}/{month}/{year}");
        }
    }
}

#[test]
fn every_month_and_quarter_of_two_decades() {
    for year in 2020..=2040 {
        for month in 1..=12 {
            let first = on(year, month, 1);
            let last = first.iter_days().take_while(|day| day.month() == month).last();
            for form in
                [format!("{month}/{year}"), format!("Tháng {month:02}/{year}"), format!("T{month}/{year}"), format!("trong tháng {month} năm {year}")]
            {
                let read = read(&form, half(), Before::Exclusive);
                assert_eq!((read.kind, read.first, read.last), (Kind::Window, Some(first), last), "{form}");
            }
        }
        for (quarter, roman) in (1..=4).zip(["I", "II", "III", "IV"]) {
            let first = on(year, quarter * 3 - 2, 1);
            let last = first.iter_days().take_while(|day| day.month() <= quarter * 3 && day.year() == year).last();
            for form in
                [format!("Quý {roman}/{year}"), format!("Quý {quarter}/{year}"), format!("quý {roman} năm {year}"), format!("Hết quý {roman}/{year}")]
            {
                let read = read(&form, half(), Before::Exclusive);
                assert_eq!((read.kind, read.first, read.last), (Kind::Window, Some(first), last), "{form}");
            }
        }
    }
}

#[test]
fn weeks_are_counted_by_their_sunday() {
    for start in on(2025, 1, 1).iter_days().take(400) {
        let plan = span(start, start + chrono::Days::new(45));
        let sundays = start.iter_days().take(46).filter(|day| day.weekday() == chrono::Weekday::Sun);
        let read = read("Hằng tuần", plan, Before::Exclusive);
        assert!(read.occurrences.iter().map(|week| week.last).eq(sundays), "{start}");
        assert!(read.occurrences.iter().all(|week| week.first.weekday() == chrono::Weekday::Mon), "{start}");
    }
}
