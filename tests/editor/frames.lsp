# Frames that are none are answered once and passed over; the next message is understood.

> bytes Content-Type: text\r\n\r\n{}\n\n
error -32700: a message needs a header 'Content-Length: BYTES'

> send {"jsonrpc":"2.0","id":0,"method":"shutdow"}
error -32601: there is no method 'shutdow'

> bytes Content-Length: 99999999999999999999\r\n\r\n{"jsonrpc":"2.0"}
error -32700: Content-Length must be a number of at most 67108864 bytes; this is '99999999999999999999'

> send {"jsonrpc":"2.0","id":1,"method":"shutdow"}
error -32601: there is no method 'shutdow'

> bytes Content-Length: 70000000\r\n\r\n
error -32700: Content-Length must be a number of at most 67108864 bytes; this is '70000000'

> bytes Content-Type: text\r\n\r\n{}\n\n

> send {"jsonrpc":"2.0","id":2,"method":"shutdow"}
error -32601: there is no method 'shutdow'

> bytes Content-Length: many\r\n\r\n
error -32700: Content-Length must be a number of at most 67108864 bytes; this is 'many'

> bytes Content-Length: 2\r\n\r\n{}
error -32600: a message needs a method, and a request an id

> bytes Content-Length: 0\r\n\r\n
error -32700: the message is not JSON

> send {"jsonrpc":"2.0","id":
error -32700: the message is not JSON

> send []
error -32600: a message must be an object

> send {"jsonrpc":"2.0","id":{},"method":"shutdown"}
error -32600: a message needs a method, and a request an id

> bytes Content-Length: 20\r\n\r\n{"jsonrpc"
error -32700: the input ends after 10 of the 20 bytes of a message
= 1
