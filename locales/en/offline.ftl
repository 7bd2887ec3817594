# The shop on a device: without a connection, what is kept there, how it is installed.

library = Library
account = Account

# What is kept on the device.
downloads-title = Books on this device
downloads-hint = Books to read without a connection, and the room they take
downloads-lead = Books that open here without a connection. They are kept in this browser, on this device only; signing out removes them.
downloads-without-script = Keeping books on a device needs JavaScript, which is off in this browser. Without it, books can be read online, and their files downloaded from the library.
downloads-unsupported = This browser cannot keep books. Their files can be downloaded from the library.
downloads-books = Books
downloads-none = No book is kept on this device. In your library, each book has a button for it.
downloads-remove-all = Remove all
downloads-remove-all-sure = Remove all of them?
room-title = Storage
room-ask = Ask the browser to keep them
waiting-title = Not sent yet
waiting-send = Send now

# In place of a page that cannot be had.
away-title = No connection
away-detail = This page needs a connection.
away-again = Try again
away-books = Books on this device
away-no-books = No book is kept on this device.
away-needs = What needs a connection
away-needs-what = Searching the shop, buying, and books that are not on this device.
away-works = Reading, bookmarks, highlights and notes work without one. They will be sent when the connection is back.

# Installing.
install-title = Install the app
install-lead = The shop then opens from the home screen like an app, and books on this device open without a connection.
install-button = Install
install-done = The app is installed.
install-ios = On an iPhone or iPad
install-ios-share = In Safari, tap “Share” below or above the page.
install-ios-add = Choose “Add to Home Screen”.
install-ios-done = Tap “Add”.
install-android = On Android
install-android-menu = Open the browser’s menu, the three dots.
install-android-add = Choose “Install app” or “Add to Home screen”.
install-android-done = Tap “Install”.
install-desktop = On a computer
install-desktop-bar = In Chrome or Edge, look at the end of the address bar; in Safari, open the “File” menu.
install-desktop-add = Click the screen with an arrow; in Safari, “Add to Dock”.
install-desktop-done = Click “Install” or “Add”.
