//! The letters that number points: `a)` … `d)`, `đ)` … `y)`, in the order of the Vietnamese alphabet.

/// The letters in order (decree 30, V): those with marks, but for đ, number nothing.
const LETTERS: [char; 23] = ['a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'x', 'y'];

/// The letter of the n-th point, counted from 1; `None` past `y`, where the alphabet ends.
pub fn letter(n: usize) -> Option<char> {
    LETTERS.get(n.checked_sub(1)?).copied()
}

/// Which point a letter numbers, counted from 1; capitals count as small ones.
pub fn from_letter(letter: char) -> Option<usize> {
    let small = letter.to_lowercase().next()?;
    LETTERS.iter().position(|known| *known == small).map(|index| index + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_lettered_in_vietnamese_order() {
        let all: String = (1..).map_while(letter).collect();
        assert_eq!(all, "abcdđeghiklmnopqrstuvxy");
        assert_eq!((letter(0), letter(24)), (None, None));
        for n in 1..=23 {
            assert_eq!(letter(n).and_then(from_letter), Some(n));
        }
        for (typed, number) in [('Đ', Some(5)), ('E', Some(6)), ('f', None), ('j', None), ('w', None), ('z', None), ('ă', None), ('1', None)] {
            assert_eq!(from_letter(typed), number, "{typed}");
        }
    }
}
