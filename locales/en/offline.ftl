# The shop on a device: without a connection, what is kept there, how it is installed.

library = Library

# What is kept on the device.
downloads-title = On this device
downloads-hint = Books to read without a connection, and the room they take
downloads-lead = Books that open here without a connection. They are kept in this browser, on this device only, and signing out removes them.
downloads-without-script = Books are kept on a device by a script, and scripts are off in this browser. Without them books can be read online, and their files downloaded from the library.
downloads-unsupported = This browser cannot keep books. Their files can be downloaded from the library.
downloads-books = Books
downloads-none = No book is kept on this device. In the library, each book has a button for that.
downloads-remove-all = Remove all
downloads-remove-all-sure = Really remove all?
room-title = Room
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
away-works = Reading, bookmarks, highlights and notes go on without one. They are sent when the connection is back.

# Installing.
install-title = Install the app
install-lead = The shop then opens from the home screen like an app, and books on this device open without a connection.
install-button = Install
install-done = The app is installed.
install-ios = On an iPhone or iPad
install-ios-share = In Safari, press “Share” below or above the page.
install-ios-add = Choose “Add to Home Screen”.
install-ios-done = Press “Add”.
install-android = On Android
install-android-menu = Open the browser’s menu, with the three dots.
install-android-add = Choose “Install app” or “Add to Home screen”.
install-android-done = Press “Install”.
install-desktop = On a computer
install-desktop-bar = In Chrome or Edge, look at the end of the address bar; in Safari, open the “File” menu.
install-desktop-add = Press the picture of a screen with an arrow; in Safari “Add to Dock”.
install-desktop-done = Press “Install”, or “Add”.
