' Edits a Word file as a leader does, and saves it as one.
Sub Edit(source As String, kind As String, target As String)
  On Error Resume Next
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  If InStr(kind, "tracked") > 0 Then doc.RecordChanges = True
  paras = Body(doc)
  last = UBound(paras)
  For at = 0 To last
    para = paras(at)
    If InStr(kind, "words") > 0 And at Mod 3 = 1 Then Reword(para, at)
    If InStr(kind, "added") > 0 And at Mod 5 = 2 Then Added(para, at)
    If InStr(kind, "looks") > 0 And at Mod 3 = 0 Then Looked(para, at)
    If InStr(kind, "split") > 0 And at Mod 4 = 1 Then Cut(doc, para)
    If InStr(kind, "merged") > 0 And at Mod 4 = 2 And at < last Then Joined(para)
    If InStr(kind, "removed") > 0 And at Mod 5 = 3 And at < last - 1 Then Removed(doc, para)
  Next
  If InStr(kind, "number") > 0 Then Number(doc)
  If InStr(kind, "moved") > 0 Then Moved(doc, paras)
  If InStr(kind, "tables") > 0 Then Tables(doc)
  doc.RecordChanges = False
  Dim word(0) As New com.sun.star.beans.PropertyValue
  word(0).Name = "FilterName"
  word(0).Value = "MS Word 2007 XML"
  doc.storeToURL(ConvertToURL(target), word())
  doc.close(True)
  StarDesktop.terminate()
End Sub

' The paragraphs of the text that are long enough to be sentences.
Function Body(doc)
  Dim found()
  count = 0
  parts = doc.Text.createEnumeration()
  Do While parts.hasMoreElements()
    part = parts.nextElement()
    If part.supportsService("com.sun.star.text.Paragraph") Then
      If Len(part.String) > 60 Then
        ReDim Preserve found(count)
        found(count) = part
        count = count + 1
      End If
    End If
  Loop
  Body = found()
End Function

Function WordAt(para, words)
  cursor = para.Text.createTextCursorByRange(para.Start)
  For nth = 1 To words
    cursor.gotoNextWord(False)
  Next
  WordAt = cursor
End Function

Sub Reword(para, nth)
  cursor = WordAt(para, 4)
  para.Text.insertString(cursor, "kịp thời, đầy đủ ", False)
  cursor = WordAt(para, 9)
  cursor.gotoEndOfWord(True)
  cursor.String = "rà soát"
End Sub

' Bold three words of one paragraph, italic those of the next.
Sub Looked(para, nth)
  cursor = WordAt(para, 2)
  cursor.gotoNextWord(True)
  cursor.gotoNextWord(True)
  If nth Mod 2 = 0 Then cursor.CharWeight = 150 Else cursor.CharPosture = com.sun.star.awt.FontSlant.ITALIC
End Sub

Sub Added(para, nth)
  cursor = para.Text.createTextCursorByRange(para.End)
  para.Text.insertControlCharacter(cursor, 0, False)
  para.Text.insertString(cursor, "Ý kiến bổ sung của lãnh đạo ở chỗ " & nth & ": các phòng chịu trách nhiệm trước Chủ tịch.", False)
End Sub

Sub Cut(doc, para)
  doc.CurrentController.ViewCursor.gotoRange(WordAt(para, 8), False)
  Press(doc, ".uno:InsertPara")
End Sub

Sub Press(doc, command)
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(doc.CurrentController.Frame, command, "", 0, Array())
End Sub

Sub Joined(para)
  cursor = para.Text.createTextCursorByRange(para.End)
  If cursor.goRight(1, True) Then cursor.String = " "
End Sub

Sub Removed(doc, para)
  cursor = para.Text.createTextCursorByRange(para.Start)
  cursor.gotoNextParagraph(True)
  doc.CurrentController.select(cursor)
  Press(doc, ".uno:Delete")
End Sub

' The number behind these words.
Sub Number(doc)
  wanted = doc.createSearchDescriptor()
  wanted.SearchString = "Kế hoạch của xã có"
  found = doc.findFirst(wanted)
  cursor = found.Text.createTextCursorByRange(found.End)
  cursor.gotoNextWord(False)
  cursor.gotoEndOfWord(True)
  cursor.String = "06"
End Sub

' Every fifth paragraph goes one place down, by the command of the menu.
Sub Moved(doc, paras)
  For at = 3 To UBound(paras) Step 5
    doc.CurrentController.ViewCursor.gotoRange(paras(at).Start, False)
    Press(doc, ".uno:MoveDown")
  Next
End Sub

Sub Tables(doc)
  all = doc.TextTables
  For at = 0 To all.Count - 1
    table = all.getByIndex(at)
    rows = table.Rows.Count
    If rows > 2 And table.Columns.Count > 2 Then
      table.getCellByName("B3").String = "ô do lãnh đạo sửa"
      table.Rows.insertByIndex(rows, 1)
      table.getCellByName("A" & (rows + 1)).String = "dòng thêm"
    End If
  Next
End Sub
